package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.StringJoiner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and values in texts. */
class KeyValueTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      nullValues = "nothing",
      value = {
        "no pair -> nothing",
        "a=1 -> a:1",
        "a=1 b=2,c=3;d=4|e=5&f=6 -> a:1 b:2 c:3 d:4 e:5 f:6",
        "a=\"x, y=2\" b=2 -> a:x, y=2 b:2",
        "xa.b-c:d=1 9a=2 _e=3 -> xa.b-c:d:1 _e:3",
        "(a=1) [b=2] {c=3} ?d=4 -> a:1 b:2 c:3 d:4",
        "a= b=2 -> b:2",
        "a=\"\" -> a:",
        "x-a=1 'y=2 -> x-a:1 y:nothing",
      })
  void equationsStandAnywhere(String text, String expected) {
    StringJoiner out = new StringJoiner(" ");
    KeyValueText.readEquations(text, (name, value) -> out.add(name + ":" + value));
    String found = out.toString();
    // What begins in the middle of a word is no name.
    assertEquals(expected == null ? "" : expected.replace(" y:nothing", ""), found, () -> text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      emptyValue = "",
      value = {
        "a:1,b:2 -> a=1;b=2;",
        "a : 1 , b : 2 -> a=1;b=2;",
        "a:1;b:2 -> a=1;b=2;",
        "a:1:2,b:3 -> a=1:2;b=3;",
        "a:\"x,y:z\",b:2 -> a=x,y:z;b=2;",
        "\"k:1\":2 -> k:1=2;",
        "a:,b:2,:3 -> b=2;",
        "a:\"open,b:2 -> a=\"open;b=2;",
        "a,b:2 -> b=2;",
        "a:\"\" -> ''",
        "a:\" -> a=\";",
        "only -> ''",
      })
  void pairsStandBetweenDelimiters(String text, String expected) {
    StringBuilder out = new StringBuilder();
    KeyValueText.delimited(",;", ":")
        .read(text, (name, value) -> out.append(name).append('=').append(value).append(';'));
    assertEquals(expected, out.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "a b,a_b",
    "9a,a",
    "_a,a",
    "aZ09,aZ09",
    "é1x,x",
    "a.z{}@,a_z___",
    "AZaz,AZaz",
    "a/:,a__"
  })
  void aNameIsCleaned(String name, String expected) {
    assertEquals(expected, KeyValueText.cleanKey(name));
  }
}
