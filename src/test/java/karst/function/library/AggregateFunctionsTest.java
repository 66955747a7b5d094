package karst.function.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import karst.function.Accumulator;
import karst.function.AggregateContext;
import karst.function.AggregateFunction;
import karst.function.AggregateFunctionTable;
import karst.type.SplType;
import karst.vector.Dictionary;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AggregateFunctionsTest {
  private static final AggregateFunctionTable TABLE = AggregateFunctions.table();

  private static AggregateFunctionTable.Found found(String name) {
    return Objects.requireNonNull(TABLE.find(name), name);
  }

  @TestFactory
  Stream<DynamicTest> everyExampleIsTrue() {
    return AggregateFunctions.all().stream()
        .flatMap(function -> function.examples().stream())
        .map(AggregateFunctionsTest::check);
  }

  private static DynamicTest check(AggregateFunction.Example example) {
    List<@Nullable Object> values = new ArrayList<>();
    for (String value : example.values().split(", ")) {
      values.add(value.equals("null") ? null : value);
    }
    return dynamicTest(
        example.call() + " of " + example.values(),
        () -> assertEquals(example.result(), run(example.call(), values)));
  }

  /** Aggregates values whose rows are a second apart, the newest first. */
  private static String run(String call, List<? extends @Nullable Object> values) {
    boolean argument = call.contains("(");
    String name = argument ? call.substring(0, call.indexOf('(')) : call;
    AggregateFunctionTable.Found found = found(name);
    AggregateContext context = new AggregateContext(SplType.DYNAMIC, found.parameter(), false);
    Accumulator accumulator = found.function().accumulator(context);
    List<Object> times = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      times.add(1000.0 - i);
    }
    accumulator.add(
        new int[values.size()],
        1,
        argument ? Columns.of(values) : null,
        Columns.flat(times),
        values.size());
    return Columns.show(accumulator.result(1), 0);
  }

  @Test
  void everyAggregationHasAnExample() {
    for (AggregateFunction function : AggregateFunctions.all()) {
      assertFalse(function.examples().isEmpty(), function.name());
    }
  }

  @Test
  void percentilesCarryTheirNumberInTheName() {
    assertEquals(99.5, found("PERC99.5").parameter());
    assertEquals(95, found("p95").parameter());
    assertEquals("exactperc", found("exactperc5").function().name());
    assertNull(TABLE.find("perc101"));
    assertNull(TABLE.find("sum5"));
    assertNull(TABLE.find("p9.5.1"));
    assertNull(TABLE.find("95"));
  }

  @Test
  void listKeepsTheFirstHundredValues() {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      values.add("v" + i);
    }
    String shown = run("list(x)", values);
    assertEquals(100, shown.split(", ").length);
    assertEquals("v99]", shown.split(", ")[99]);
  }

  @Test
  void minAndMaxKeepTheTextOfTheWinner() {
    assertEquals("7.70", run("max(x)", List.of("7.70", "7.7", "-3")));
    assertEquals("-0.60", run("min(x)", List.of("2", "-0.60")));
    assertEquals("b", run("max(x)", List.of("9", "b", "B")));
    assertEquals("9", run("min(x)", List.of("b", "10", "9")));
    assertEquals("é", run("max(x)", List.of("z", "é")));
  }

  @Test
  void listsAreFedValueByValue() {
    List<Object> values = List.of(List.of("1", "2"), "3");
    assertEquals("3", run("count(x)", values));
    assertEquals("6", run("sum(x)", values));
    assertEquals("[1, 2, 3]", run("list(x)", values));
    assertEquals("1", run("first(x)", values));
  }

  @Test
  void truthCountsAsOneAndFalsehoodAsNothing() {
    List<Object> values = List.of(true, false, true);
    assertEquals("2", run("count(x)", values));
    assertEquals("2", run("sum(x)", values));
  }

  @Test
  void emptyTextCounts() {
    assertEquals("1", run("count(x)", List.of("")));
    assertEquals("1", run("dc(x)", List.of("")));
  }

  @Test
  void anEmptyGroupHasTheEmptyResult() {
    for (AggregateFunction function : AggregateFunctions.all()) {
      Accumulator accumulator = function.accumulator(AggregateContext.of(SplType.DYNAMIC));
      Vector result = accumulator.result(2);
      assertEquals(2, result.size(), function.name());
      assertEquals(function.zeroWhenEmpty() ? "0" : "null", Columns.show(result, 1));
    }
  }

  @Test
  void allnumGivesUpOnAGroupWithText() {
    for (String name : List.of("sum", "avg", "stdev", "median", "range", "sumsq")) {
      AggregateContext context = new AggregateContext(SplType.DYNAMIC, Double.NaN, true);
      Accumulator accumulator = found(name).function().accumulator(context);
      Vector values = Columns.coded(Arrays.asList("1", "x", null, "3"), new Dictionary());
      accumulator.add(new int[] {0, 1, 0, 0}, 2, values, null, 4);
      accumulator.add(new int[] {1}, 2, Columns.flat(List.of(5.0)), null, 1);
      assertEquals("null", Columns.show(accumulator.result(2), 1), name);
      assertFalse(accumulator.result(2).isNull(0), name);
    }
  }

  @Test
  void withoutTimeTheFirstRowIsTheLatest() {
    for (String name : List.of("earliest", "latest")) {
      Accumulator accumulator =
          found(name).function().accumulator(AggregateContext.of(SplType.STRING));
      accumulator.add(new int[3], 1, Columns.flat(List.of("c", "b", "a")), null, 3);
      String expected = name.equals("latest") ? "c" : "a";
      assertEquals(expected, Columns.show(accumulator.result(1), 0));
    }
  }

  @Test
  void rowsOfOneTimeAreInTheOrderOfEvents() {
    Vector times = Columns.flat(List.of(5.0, 5.0));
    for (String name : List.of("earliest", "latest")) {
      Accumulator accumulator =
          found(name).function().accumulator(AggregateContext.of(SplType.STRING));
      accumulator.add(new int[2], 1, Columns.flat(List.of("newer", "older")), times, 2);
      String expected = name.equals("latest") ? "newer" : "older";
      assertEquals(expected, Columns.show(accumulator.result(1), 0));
    }
  }

  @Test
  void rateSurvivesAReset() {
    // 10, 30, then a reset, then 5: grown by 20 and by 5 in two seconds.
    assertEquals("12.5", run("rate(x)", List.of("5", "30", "10")));
    assertEquals("null", run("rate(x)", List.of("5")));
  }

  @Test
  void sumsOfHundredthsAreThoseOfDoubles() {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      values.add(3.99);
    }
    String mean = run("avg(x)", values);
    assertEquals("3.9900000000000055", mean.toLowerCase(Locale.ROOT));
  }

  @Test
  void wholeTimesAreWrittenWithSixDecimals() {
    assertEquals("999.000000", run("latest_time(x)", Arrays.asList(null, "a")));
  }
}
