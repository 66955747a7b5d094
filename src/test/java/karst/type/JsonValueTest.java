package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
  private static JsonValue json(String text) {
    JsonValue value = JsonValue.parse(text);
    assertNotNull(value, text);
    return value;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "1.50",
        "-0",
        "1e400",
        "\"a\\\"\\\\\\n\"",
        "[]",
        "{}",
        "[1,[\"x\",{\"a\":null}]]",
        "{\"b\":1,\"a\":2}"
      })
  void whatIsWrittenWithoutSpacesIsReadAndWrittenTheSame(String text) {
    assertEquals(text, json(text).toJson());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[1,]", "{a:1}", "1 2", "'a'", "nul", "{\"a\":1}}", "01"})
  void whatIsNoJsonHasNoValue(String text) {
    assertNull(JsonValue.parse(text));
  }

  @Test
  void anArrayOfAThousandAndOneLevelsIsRefused() {
    assertNull(JsonValue.parse("[".repeat(1001) + "]".repeat(1001)));
    assertNotNull(JsonValue.parse("[".repeat(999) + "]".repeat(999)));
  }

  @Property(tries = 200)
  void anyTextIsQuotedAndReadBack(@ForAll String text) {
    assertEquals(text, json(new JsonValue.Text(text).toJson()).asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a.b; [1]",
        "l{}; [2, {\"c\":3}, {\"c\":4}]",
        "l{0}; [2]",
        "l{}.c; [3, 4]",
        "l{2}.c; [4]",
        "l{3}; []",
        "l.c; []",
        "x; []",
        "a{}; []",
      })
  void aPathLeadsToValues(String path, String expected) {
    JsonValue root = json("{\"a\": {\"b\": 1}, \"l\": [2, {\"c\": 3}, {\"c\": 4}]}");
    assertEquals(
        expected,
        JsonPath.parse(path).find(root).stream().map(JsonValue::toJson).toList().toString());
  }

  @Property(tries = 200)
  void leavesOfACutTextAreAmongThoseOfTheWhole(@ForAll String key, @ForAll int cut) {
    String text =
        new JsonValue.Array(List.of(new JsonValue.Text(key), new JsonValue.Number("12"))).toJson();
    List<String> whole = new ArrayList<>();
    JsonLeaves.read(text, false, (path, value) -> whole.add(path + "=" + value));
    List<String> part = new ArrayList<>();
    String start = text.substring(0, Math.floorMod(cut, text.length() + 1));
    JsonLeaves.read(start, true, (path, value) -> part.add(path + "=" + value));
    assertEquals(
        whole.subList(0, Math.min(1, part.size())), part.subList(0, Math.min(1, part.size())));
  }
}
