package karst.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenameTest {
  private static final String USAGE = " ? usage: " + Rename.SYNTAX.usage();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "a AS b, c AS \"d e\"; a AS b, c AS \"d e\"",
        "_raw AS temp etps AS _raw; _raw AS temp, etps AS _raw",
        "a as \"b\",; a AS b",
        "\"Processes.*\" as *; Processes.* AS *",
        "'a b' As c; \"a b\" AS c",
        "process* as parent_process*; process* AS parent_process*",
        "count(x) as total; \"count(x)\" AS total",
        "\"as\" as \"by\"; \"as\" AS \"by\"",
        "a\\\\b as c; a\\\\b AS c",
      })
  void pairsAreBound(String text, String canonical) {
    assertEquals("rename " + canonical, Spl.canonical("rename " + text));
  }

  @Test
  void asIsNeeded() {
    String error = "error: `AS` and a new name must follow `a` @ a" + USAGE;
    assertEquals(error, Spl.findings("rename a"));
    assertEquals(error, Spl.findings("rename a b"));
    assertEquals(error, Spl.findings("rename a, b as c"));
    assertEquals(error, Spl.findings("rename a b as c"));
  }

  @Test
  void bothSidesAreNeeded() {
    assertEquals("error: `rename` needs a field to rename @ " + USAGE, Spl.findings("rename"));
    assertEquals(
        "error: `rename` needs a field before `AS` @ as" + USAGE, Spl.findings("rename as b"));
    assertEquals("error: `rename` needs a name after `AS` @ " + USAGE, Spl.findings("rename a as"));
    assertEquals(
        "error: `rename` needs a field to rename @ a=b" + USAGE, Spl.findings("rename a=b"));
  }

  @Test
  void starsMustBeAsMany() {
    assertEquals(
        "error: `a*` has one star and `b` has no star @ b"
            + " ? each star of the new name stands for the star at the same place in the old one",
        Spl.findings("rename a* as b"));
  }

  @Test
  void aFieldIsRenamedOnce() {
    assertEquals(
        "error: `a` is renamed twice @ a ? use `eval c=b` for a copy",
        Spl.findings("rename a as b a as c"));
  }

  @Test
  void pairsThatDependOnTheirOrderAreWarnedOf() {
    String warning = "takes in a field that an earlier pair has just named";
    assertTrue(Spl.findings("rename a as b, b as c").contains(warning));
    assertTrue(Spl.findings("rename a as bc, b* as d*").contains(warning));
    assertEquals("", Spl.findings("rename a as b, c as d"));
    assertEquals("", Spl.findings("rename a as a, a* as b*"));
  }

  @Test
  void twoFieldsWithOneNameAreWarnedOf() {
    assertEquals(
        "warning: two fields get the name `x`; the last one counts @ x",
        Spl.findings("rename a as x, b as x"));
  }
}
