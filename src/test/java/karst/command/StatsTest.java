package karst.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import karst.ast.FieldName;
import org.junit.jupiter.api.Test;

class StatsTest {
  @Test
  void optionsHaveTheirDefaults() {
    assertEquals(
        "stats allnum=false delim=\" \" dedup_splitvals=false count BY x, y",
        Spl.canonical("stats count by x y"));
  }

  @Test
  void optionsAreTaken() {
    assertEquals(
        "stats allnum=true delim=\", \" dedup_splitvals=true list(x) BY y",
        Spl.canonical("stats allnum=t delim=\", \" list(x) by y dedup_splitvals=1"));
  }

  @Test
  void partitionsHasNoEffect() {
    assertEquals(
        "note: `partitions` has no effect here: the work is divided among the threads by itself"
            + " @ partitions=4",
        Spl.findings("stats partitions=4 count"));
    assertEquals(
        "note: `partitions` has no effect here: the work is divided among the threads by itself"
            + " @ partitions=x\n"
            + "error: `partitions` cannot be `x` @ partitions=x ^ expected a whole number",
        Spl.findings("stats partitions=x count"));
  }

  @Test
  void groupKeysStandOnceEachInTheirOrder() {
    Stats stats = Spl.bind(Stats.class, "stats count , BY b,,a \"c d\" b,");
    assertEquals(List.of("b", "a", "c d"), stats.by().stream().map(FieldName::name).toList());
  }

  @Test
  void aggregationsMayBeMissingInNoStats() {
    String usage = " ? usage: stats <aggregation> [AS <name>] ... [BY <field> ...]";
    assertEquals(
        "error: `stats` needs an aggregation such as count @ " + usage, Spl.findings("stats"));
    assertEquals(
        "error: `stats` needs an aggregation such as count @ " + usage, Spl.findings("stats by x"));
  }

  @Test
  void byNeedsFields() {
    assertEquals(
        "error: `stats` needs a field after `BY` @ "
            + " ? usage: stats <aggregation> [AS <name>] ... [BY <field> ...]",
        Spl.findings("stats count by"));
  }

  @Test
  void byTakesNeitherPatternsNorCallsNorNames() {
    assertEquals(
        "error: `BY` takes no wildcards @ x* ? name each field", Spl.findings("stats count by x*"));
    assertEquals(
        "error: `BY` takes fields, not the call `lower(x)` @ lower(x)"
            + " ? aggregations stand before `BY`; a field with parentheses needs quotes",
        Spl.findings("stats count by lower(x), y"));
    assertEquals(
        "error: a field after `BY` keeps its name @ as ? use `rename` afterwards",
        Spl.findings("stats count by x as y"));
  }

  @Test
  void byStandsOnce() {
    assertEquals(
        "error: `stats` does not take this argument @ by"
            + " ? usage: stats <aggregation> [AS <name>] ... [BY <field> ...]",
        Spl.findings("stats count by x by").lines().findFirst().orElse(""));
  }

  @Test
  void aSpanBelongsToBin() {
    assertEquals(
        "error: `stats` makes no time spans @ span=1h ? write `bin span=1h _time` before `stats`",
        Spl.findings("stats count by _time span=1h"));
  }
}
