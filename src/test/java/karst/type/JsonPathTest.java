package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places in JSON. */
class JsonPathTest {
  private static final JsonValue ROOT =
      Objects.requireNonNull(
          JsonValue.parse("{\"a\":{\"b\":[1,{\"c\":2},[3,4]]},\"d.e\":5,\"f\":null}"));

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "a.b{0} -> 1",
        "a.b{1}.c -> 2",
        "a.b{2}{1} -> 4",
        "a.b{2}{} -> 3 4",
        "a.b{} -> 1 {\"c\":2} [3,4]",
        "a.b{}.c -> 2",
        "a.b{3} -> ''",
        "a.b.c -> ''",
        "a{0} -> ''",
        "a{} -> ''",
        "z -> ''",
        ".a..b{0} -> 1",
        "f -> null",
      })
  void aPathLeadsToValues(String path, String expected) {
    assertEquals(expected, found(JsonPath.parse(path)));
  }

  @Test
  void aKeyIsOneWhateverItsCharacters() {
    assertEquals("5", found(JsonPath.key("d.e")));
    assertEquals("", found(JsonPath.parse("d.e")));
  }

  private static String found(JsonPath path) {
    return path.find(ROOT).stream().map(JsonValue::toJson).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "a -> {\"a\":9,\"d.e\":5,\"f\":null}",
        "new -> {\"a\":{\"b\":[1,{\"c\":2},[3,4]]},\"d.e\":5,\"f\":null,\"new\":9}",
        "a.new -> {\"a\":{\"b\":[1,{\"c\":2},[3,4]],\"new\":9},\"d.e\":5,\"f\":null}",
        "new.x -> {\"a\":{\"b\":[1,{\"c\":2},[3,4]]},\"d.e\":5,\"f\":null}",
        "a.b{0} -> {\"a\":{\"b\":[9,{\"c\":2},[3,4]]},\"d.e\":5,\"f\":null}",
        "a.b{} -> {\"a\":{\"b\":[9,9,9]},\"d.e\":5,\"f\":null}",
        "a.b{7} -> {\"a\":{\"b\":[1,{\"c\":2},[3,4]]},\"d.e\":5,\"f\":null}",
        "a.b{2}{1} -> {\"a\":{\"b\":[1,{\"c\":2},[3,9]]},\"d.e\":5,\"f\":null}",
        "f.x -> {\"a\":{\"b\":[1,{\"c\":2},[3,4]]},\"d.e\":5,\"f\":null}",
        "f{0} -> {\"a\":{\"b\":[1,{\"c\":2},[3,4]]},\"d.e\":5,\"f\":null}",
      })
  void whatIsAtAPathIsChanged(String path, String expected) {
    JsonValue nine = Objects.requireNonNull(JsonValue.parse("9"));
    JsonValue changed = Objects.requireNonNull(JsonPath.parse(path).change(ROOT, old -> nine));
    assertEquals(expected, changed.toJson());
  }

  @Test
  void whatIsAtAPathIsRemoved() {
    JsonValue member = Objects.requireNonNull(JsonPath.parse("a").change(ROOT, old -> null));
    assertEquals("{\"d.e\":5,\"f\":null}", member.toJson());
    JsonValue element = Objects.requireNonNull(JsonPath.parse("a.b{1}").change(ROOT, old -> null));
    assertEquals("{\"a\":{\"b\":[1,[3,4]]},\"d.e\":5,\"f\":null}", element.toJson());
  }

  @Test
  void aPathWithAllElementsMayLeadToSeveral() {
    assertTrue(JsonPath.parse("a{}.b").isMany());
    assertFalse(JsonPath.parse("a{0}.b").isMany());
  }

  @Test
  void anIndexIsAWholeNumberInBraces() {
    for (String path : new String[] {"a{x}", "a{-1}", "a{1", "a{1234567890}"}) {
      assertThrows(InvalidSyntaxException.class, () -> JsonPath.parse(path));
    }
    assertEquals(
        2, assertThrows(InvalidSyntaxException.class, () -> JsonPath.parse("a{x}")).index());
  }
}
