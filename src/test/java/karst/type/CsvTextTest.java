package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
  @Test
  void recordsAreLinesOfCells() {
    assertEquals(
        List.of(List.of("a", "b"), List.of("1", ""), List.of("", "x")),
        CsvText.parse("a, b \r\n\n1,\n,x"));
  }

  @Test
  void quotedCellsHoldAnything() {
    assertEquals(
        List.of(List.of("a,\"b\"\n", " c ")), CsvText.parse("\"a,\"\"b\"\"\n\" , \" c \""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a", "\"a\"b", "a\n\"b\" c,d"})
  void aQuoteThatDoesNotFitIsRefused(String text) {
    assertThrows(InvalidSyntaxException.class, () -> CsvText.parse(text));
  }

  @Property(tries = 200)
  void aQuotedCellIsReadBack(@ForAll String cell) {
    String quoted = "\"" + cell.replace("\"", "\"\"") + "\"";
    assertEquals(List.of(List.of(cell, "x")), CsvText.parse(quoted + ",x"));
  }

  @Property(tries = 200)
  void anyTextIsReadOrRefused(@ForAll String text) {
    try {
      CsvText.parse(text);
    } catch (InvalidSyntaxException refused) {
      assertEquals(true, refused.index() >= 0);
    }
  }
}
