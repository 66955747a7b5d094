package karst.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskMessageTest {
  private static final Map<String, List<String>> ROW =
      Map.of(
          "user", List.of("ada"),
          "dest", List.of("pc01", "pc02"),
          "a.b{}", List.of("x"),
          "odd", List.of("$user$"));

  private static String fill(String message) {
    return RiskMessage.fill(message, field -> ROW.getOrDefault(field, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "$user$ ran it ~ ada ran it",
        "on $dest$ ~ on pc01, pc02",
        "$user$$dest$ ~ adapc01, pc02",
        "$a.b{}$! ~ x!",
        "$nobody$ and $user$ ~ $nobody$ and ada",
        "it cost $5 and $user$ paid $6 ~ it cost $5 and ada paid $6",
        "$user ~ $user",
        "$$ $ ~ $$ $",
        "$ user $ ~ $ user $"
      })
  void fieldsGiveWayToTheirValues(String message, String filled) {
    assertEquals(filled, fill(message));
  }

  @ParameterizedTest
  @CsvSource({"$odd$ $user$,$user$ ada"})
  void aValueIsNotReadAgain(String message, String filled) {
    assertEquals(filled, fill(message));
  }

  @Property(tries = 200)
  void withoutFieldsATextStaysAsItIs(@ForAll String text) {
    assertEquals(text, RiskMessage.fill(text, field -> List.of()));
  }
}
