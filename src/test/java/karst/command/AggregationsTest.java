package karst.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregationsTest {
  private static List<AggregateCall> calls(String text) {
    return Spl.bind(Stats.class, "stats " + text).aggregates();
  }

  private static AggregateCall call(String text) {
    List<AggregateCall> calls = calls(text);
    assertEquals(1, calls.size());
    return calls.get(0);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "count; count",
        "c; c",
        "count(); count",
        "count(x); count(x)",
        "C(x); C(x)",
        "distinct_count(x); distinct_count(x)",
        "dc( x ); dc(x)",
        "dc(\"DNS.answer\"); dc(DNS.answer)",
        "dc('a b'); dc(a b)",
        "perc95(x); perc95(x)",
        "p99.5(x); p99.5(x)",
        "perc(x,95); perc(x, 95)",
        "values(userIdentity.*); values(userIdentity.*)",
        "count(eval(a=\"b\")); count(eval(a=\"b\"))",
        "count(eval( a = 1 )); count(eval(a = 1))",
      })
  void aColumnIsNamedAfterItsCallWithoutQuotes(String text, String name) {
    AggregateCall call = call(text);
    assertEquals(name, call.name());
    assertFalse(call.renamed());
  }

  @ParameterizedTest
  @CsvSource({"as", "AS", "As"})
  void anAliasNamesTheColumn(String as) {
    AggregateCall call = call("values(x) " + as + " \"a b\"");
    assertEquals("a b", call.name());
    assertTrue(call.renamed());
  }

  @Test
  void anAliasMayHaveParenthesesWithoutQuotes() {
    assertEquals("flags(x)", call("values(x) as flags(x)").name());
  }

  @Test
  void theCallIsTakenApart() {
    AggregateCall call = call("perc(\"a b\", 95)");
    assertEquals("perc", call.function());
    assertEquals("a b", fieldName(call));
    assertEquals(95.0, call.parameter());
    assertNull(call.expression());

    AggregateCall eval = call("sum(eval(a*2)) as x");
    assertNull(eval.field());
    assertNotNull(eval.expression());
    assertTrue(Double.isNaN(eval.parameter()));
  }

  private static String fieldName(AggregateCall call) {
    return call.field() == null ? "" : call.field().name();
  }

  @Test
  void callsMayStandSideBySideOrWithCommas() {
    assertEquals(
        List.of("count", "max(x)", "z", "b"),
        calls("count,max(x) min(y) as z,, values(a) as b,").stream()
            .map(AggregateCall::name)
            .toList());
  }

  @Test
  void starsOfNameAndFieldMustBeAsMany() {
    assertEquals("max_*", call("max(*) as max_*").name());
    assertEquals(
        "error: `*` has one star and `m` has no star @ m"
            + " ? each star of the new name stands for the star at the same place in the old one",
        Spl.findings("stats max(*) as m"));
    assertTrue(
        Spl.findings("stats count as \"*\"").startsWith("error: `count` has no star and `*`"));
    assertTrue(
        Spl.findings("stats max(a*b*) as m*").startsWith("error: `a*b*` has 2 stars and `m*`"));
  }

  @Test
  void aNameWithoutAsIsAnError() {
    assertEquals(
        "error: `AS` is missing before the name `cmdline` @ cmdline"
            + " ? write `values(x) AS cmdline`",
        Spl.findings("stats values(x) cmdline by z"));
    assertEquals(
        "error: `AS` is missing before the name `a b` @ \"a b\" ? write `count AS \"a b\"`",
        Spl.findings("stats count \"a b\""));
  }

  @Test
  void asNeedsSomethingOnBothSides() {
    assertEquals("error: no aggregation stands before `AS` @ as", Spl.findings("stats as x count"));
    assertEquals(
        "error: `stats` needs a name after `AS` @ by"
            + " ? usage: stats <aggregation> [AS <name>] ... [BY <field> ...]",
        Spl.findings("stats count as by x"));
  }

  @Test
  void aTextInQuotesIsNoAggregation() {
    assertEquals(
        "error: a text in quotes is no aggregation @ \"count\"", Spl.findings("stats \"count\""));
  }

  @Test
  void anExpressionNeedsEval() {
    assertEquals(
        "error: `count` takes a field here @ a=b"
            + " ? write `count(eval(a=b))` to aggregate an expression",
        Spl.findings("stats count(a=b) as x"));
    assertTrue(Spl.findings("stats sum(len(a))").startsWith("error: `sum` takes a field here"));
  }

  @Test
  void aSecondArgumentIsANumberAndTheLast() {
    assertEquals(
        "error: the second argument of `perc` must be a number @ y"
            + " ? an aggregation takes one field",
        Spl.findings("stats perc(x, y)"));
    assertEquals("error: `perc` has an argument too many @ 6", Spl.findings("stats perc(x, 5, 6)"));
  }

  @Test
  void aSparklineIsOfAnAggregation() {
    AggregateCall call = Spl.bind(Stats.class, "stats sparkline(avg(x), 1h)").aggregates().get(0);
    assertEquals("avg", call.function());
    assertEquals("x", fieldName(call));
    assertEquals(new AggregateCall.Sparkline("1h"), call.sparkline());
    assertEquals("sparkline(avg(x), 1h)", call.name());
    assertEquals(
        "error: `sparkline` has an argument too many @ 3",
        Spl.findings("stats sparkline(sum(x), 1h, 3)"));
    assertEquals(
        "error: `sum` needs a field @ sum() ? write `sparkline(sum(x))`",
        Spl.findings("stats sparkline(sum())"));
  }

  @Test
  void prefixIsNotSupported() {
    assertEquals(
        "error: `PREFIX` reads the index of raw events, which does not exist here"
            + " @ sum(PREFIX(kbps=)) ? leave it out",
        Spl.findings("tstats sum(PREFIX(kbps=)) as x by host"));
  }

  @Test
  void aFunctionWithoutItsFieldIsOfEveryField() {
    AggregateCall call = Spl.bindAnyway(Stats.class, "stats avg").aggregates().get(0);
    assertEquals("avg(*)", call.name());
    assertEquals("*", fieldName(call));
    assertEquals("warning: `avg` without a field means `avg(*)` @ avg", Spl.findings("stats avg"));
  }

  @Test
  void sameNamesAreWarnedOf() {
    assertEquals(
        "warning: two columns have the name `a` @ max(x) as a\n"
            + "warning: an aggregation has the same name as the field `a` @ a",
        Spl.findings("stats min(x) as a max(x) as a by a"));
  }
}
