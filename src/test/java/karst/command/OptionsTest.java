package karst.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @ParameterizedTest
  @ValueSource(strings = {"t", "true", "1", "True", "T", "TRUE"})
  void wordsForTrueAreReadInAnyCase(String word) {
    assertTrue(Spl.bind(Dedup.class, "dedup a keepempty=" + word).keepEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"f", "false", "0", "False"})
  void wordsForFalseAreReadInAnyCase(String word) {
    assertFalse(Spl.bind(Dedup.class, "dedup a keepempty=" + word).keepEmpty());
  }

  @Test
  void anOptionMayStandBeforeAndAfterTheOtherArgumentsInAnyCase() {
    assertEquals(5, Spl.bind(Sort.class, "sort limit=5 x").limit());
    assertEquals(5, Spl.bind(Sort.class, "sort x LIMIT = 5").limit());
  }

  @Test
  void aWrongValueSaysWhatIsExpected() {
    assertEquals(
        "error: `keepempty` cannot be `maybe` @ keepempty=maybe"
            + " ^ expected a boolean (true or false)",
        Spl.findings("dedup a keepempty=maybe"));
    assertEquals(
        "error: `limit` cannot be `five` @ limit=five ^ expected a whole number",
        Spl.findings("sort limit=five x"));
    assertEquals("error: `limit` must be at least 0 @ limit=-1", Spl.findings("sort limit=-1 x"));
    assertEquals(
        "error: `value` takes a plain word or a quoted text @ f(x) ^ expected a text",
        Spl.findings("fillnull value=f(x)"));
  }

  @Test
  void aWrongValueLeavesTheDefault() {
    assertEquals(10_000, Spl.bindAnyway(Sort.class, "sort limit=five x").limit());
    assertEquals("0", Spl.bindAnyway(Fillnull.class, "fillnull value=f(x)").value());
  }

  @Test
  void theLastOfTwoOptionsCounts() {
    assertEquals("b", Spl.bindAnyway(Fillnull.class, "fillnull value=a value=b x").value());
    assertEquals(
        "warning: `value` is given twice; the last one counts @ value",
        Spl.findings("fillnull value=a value=b x"));
  }

  @Test
  void anUnknownOptionIsAnErrorWithTheNearestName() {
    assertEquals(
        "error: `head` has no option `limt` @ limt ? did you mean `limit`?",
        Spl.findings("head limt=3"));
  }

  @Test
  void anUnknownOptionNearToNoneIsAnErrorWithAllNames() {
    assertEquals(
        "error: `dedup` has no option `window` @ window"
            + " ? its options are keepevents, keepempty, consecutive",
        Spl.findings("dedup a window=3"));
  }

  @Test
  void everyUnknownOptionIsReportedAndOneOtherArgument() {
    assertEquals(
        "error: `head` has no option `limt` @ limt ? did you mean `limit`?\n"
            + "error: `head` does not take this argument @ foo"
            + " ? usage: head [<count>|(<expression>)]\n"
            + "error: `head` has no option `keeplost` @ keeplost ? did you mean `keeplast`?",
        Spl.findings("head 5 limt=3 foo bar keeplost=t"));
  }
}
