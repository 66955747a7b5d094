package karst.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import karst.CommandTable;
import karst.Engine;
import karst.parse.Parser;
import karst.source.SourceMap;
import karst.source.SourceText;
import org.junit.jupiter.api.Test;

class FieldDemandTest {
  private static FieldDemand demand(String spl) {
    SourceMap text = SourceMap.identity(SourceText.of("<query>", spl));
    CommandTable commands = Engine.builder().build().commands();
    return FieldDemand.of(Parser.parsePipeline(text, commands), Set.of(), commands::find);
  }

  private static String names(String spl) {
    return String.join(" ", new TreeSet<>(demand(spl).names()));
  }

  @Test
  void everyWordThatMayBeAFieldIsWanted() {
    assertEquals(
        "a b c d.e f g",
        names("search a=1 | eval x=b+lower('c') | where 'd.e'=1 | stats count by f | fields g")
            .replace("count ", "")
            .replace("by ", "")
            .replace(" x", ""));
  }

  @Test
  void theWordsOfSubsearchesAreWantedToo() {
    assertTrue(
        demand("a=1 [search b=2 | fields c] | table d")
            .names()
            .containsAll(Set.of("a", "b", "c", "d")));
  }

  @Test
  void aBareNameWithDotsWantsItsParts() {
    assertTrue(demand("a=1 | eval x=b.c | table x").names().containsAll(Set.of("b", "c")));
    assertFalse(demand("a=1 | eval x=b.c | table x").names().contains("b.c"));
  }

  @Test
  void whatFollowsACommandThatNamesItsFieldsWantsNothing() {
    assertFalse(demand("a=1 | stats count by b | rename * as x.*").all());
    assertFalse(demand("a=1 | table b c").all());
    assertFalse(demand("a=1 | fields b | head 1").all());
    assertFalse(demand("a=1 | rex \".*(?<b>x)\" | eval y=\"*\" | stats count").all());
  }

  @Test
  void allFieldsAreWantedByWhatGoesByAllOfThem() {
    assertTrue(demand("a=1 | outlier action=remove | table b").all());
    assertFalse(demand("a=1 | outlier b | table b").all());
    assertTrue(demand("a=1 | addtotals | table Total").all());
    assertFalse(demand("a=1 | addtotals b c | table Total").all());
    assertTrue(demand("a=1 | transpose | table column").all());
    assertTrue(demand("a=1 | join [search b=1] | table c").all());
  }

  @Test
  void allFieldsAreWantedWhereTheyCanBeSeen() {
    assertTrue(demand("a=1").all());
    assertTrue(demand("a=1 | fields - b").all());
    assertTrue(demand("a=1 | table b*").all());
    assertTrue(demand("a=1 | stats values(*) as *").all());
    assertTrue(demand("a=1 | rename x.* as * | stats count by y").all());
  }

  @Test
  void theOrderOfEventsMattersOnlyWhereItCanBeSeen() {
    assertFalse(demand("a=1 | eval x=1 | stats count values(b) by x").ordered());
    assertTrue(demand("a=1 | stats first(b)").ordered());
    assertTrue(demand("a=1 | head 3 | stats count").ordered());
    assertTrue(demand("a=1 | table b").ordered());
    assertTrue(demand("a=1").ordered());
  }
}
