package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Differences of texts say all that changes and nothing else. */
class TextDiffTest {
  @Property(tries = 200)
  void theRunsLeadFromOneTextToTheOther(
      @ForAll("lines") List<String> before, @ForAll("lines") List<String> after) {
    List<String> gone = new ArrayList<>();
    List<String> made = new ArrayList<>();
    for (LineDiff.Run run : LineDiff.of(before, after)) {
      assertEquals(gone.size(), run.from());
      assertEquals(made.size(), run.into());
      boolean comes = run.change() == LineDiff.Change.COME;
      List<String> lines =
          comes
              ? after.subList(run.into(), run.into() + run.length())
              : before.subList(run.from(), run.from() + run.length());
      gone.addAll(comes ? List.of() : lines);
      made.addAll(run.change() == LineDiff.Change.GO ? List.of() : lines);
    }
    assertEquals(before, gone);
    assertEquals(after, made);
  }

  private static String text(int from, int to, String... changed) {
    List<String> lines = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      lines.add(changed.length > 0 && i == 10 ? changed[0] : String.valueOf(i));
    }
    return String.join("\n", lines);
  }

  @Example
  void theUnifiedFormHasThreeLinesAroundAChange() {
    assertEquals(
        "--- a\n+++ b\n@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+x\n 11\n 12\n 13",
        TextDiff.of(text(1, 20), text(1, 20, "x")).unified("a", "b"));
    assertEquals("@@ -1 +1,2 @@\n 1\n+2", TextDiff.of("1", "1\n2").unified(null, null));
    assertEquals("@@ -0,0 +1 @@\n+1", TextDiff.of("", "1").unified(null, "b"));
    assertEquals("@@ -1 +0,0 @@\n-1", TextDiff.of("1", "").unified("a", null));
  }

  @Example
  void changesFarApartStandInHunksOfTheirOwn() {
    assertEquals(
        "@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n@@ -5,3 +6,4 @@\n 5\n 6\n 7\n+8",
        TextDiff.of(text(1, 7), text(0, 8)).unified(null, null));
    assertEquals(
        "@@ -1,6 +1,8 @@\n+0\n 1\n 2\n 3\n 4\n 5\n 6\n+7",
        TextDiff.of(text(1, 6), text(0, 7)).unified(null, null));
  }

  @Example
  void theFormOfTwoPartsMarksWhatTakesThePlaceOfWhat() {
    assertEquals(
        "*** a\n--- b\n***************\n*** 7,13 ****\n  7\n  8\n  9\n! 10\n  11\n  12\n  13\n"
            + "--- 7,13 ----\n  7\n  8\n  9\n! x\n  11\n  12\n  13",
        TextDiff.of(text(1, 20), text(1, 20, "x")).context("a", "b"));
    assertEquals(
        "***************\n*** 1 ****\n--- 1,2 ----\n  1\n+ 2",
        TextDiff.of("1", "1\n2").context(null, "b"));
    assertEquals(
        "***************\n*** 1,2 ****\n  1\n- 2\n--- 1 ----",
        TextDiff.of("1\n2", "1").context("a", null));
  }

  @Example
  void textsThatAreEqualDifferInNoLine() {
    assertTrue(TextDiff.of("1\n2", "1\n2\n").isEmpty());
    assertEquals("", TextDiff.of("1", "1").unified(null, null));
    assertFalse(TextDiff.of("1", "2").isEmpty());
  }

  @Property(tries = 200)
  void noFewerLinesCouldChange(
      @ForAll("lines") List<String> before, @ForAll("lines") List<String> after) {
    int kept =
        LineDiff.of(before, after).stream()
            .filter(run -> run.change() == LineDiff.Change.STAY)
            .mapToInt(LineDiff.Run::length)
            .sum();
    assertEquals(common(before, after), kept);
  }

  private static int common(List<String> before, List<String> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return 0;
    }
    List<String> rest = before.subList(1, before.size());
    int at = after.indexOf(before.get(0));
    int with = at < 0 ? 0 : 1 + common(rest, after.subList(at + 1, after.size()));
    return Math.max(with, common(rest, after));
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of("a", "b", "c").list().ofMaxSize(8);
  }

  @Example
  void aLineIsNamedByItsNumberAlone() {
    assertEquals("@@ -1 +1 @@\n-a\n+b", TextDiff.of("a", "b").unified(null, null));
    assertEquals("@@ -0,0 +1 @@\n+b", TextDiff.of("", "b").unified(null, null));
  }

  @Example
  void equalTextsHaveNoDifferences() {
    assertTrue(TextDiff.of("a\nb", "a\nb").isEmpty());
    assertTrue(TextDiff.of("", "").isEmpty());
  }

  @Example
  void largeTextsAreReplacedBetweenTheirEnds() {
    List<String> before = new ArrayList<>(Collections.nCopies(3000, "x"));
    List<String> after = new ArrayList<>(Collections.nCopies(3000, "y"));
    before.add(0, "first");
    after.add(0, "first");
    before.add(1500, "y");
    List<LineDiff.Run> runs = LineDiff.of(before, after);
    assertEquals(
        List.of(LineDiff.Change.STAY, LineDiff.Change.GO, LineDiff.Change.COME),
        runs.stream().map(LineDiff.Run::change).toList());
  }
}
