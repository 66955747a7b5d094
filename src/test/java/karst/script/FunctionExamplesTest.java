package karst.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import karst.Engine;
import karst.function.AggregateFunction;
import karst.function.Example;
import karst.function.ScalarFunction;
import karst.source.SplException;
import karst.table.MemoryTable;
import karst.table.MemoryTableBuilder;
import karst.table.Table;
import karst.type.SplType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples in the declarations of functions are true. */
class FunctionExamplesTest {
  private static final Table ONE_ROW =
      MemoryTable.builder("one").column("row", SplType.STRING).row("1").build();

  @TestFactory
  Stream<DynamicTest> everyExampleOfAnEvalFunctionHasItsResult() {
    List<ScalarFunction> functions = Engine.builder().build().functions().functions();
    return functions.stream()
        .flatMap(function -> function.examples().stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.expression() + " › " + example.result(), () -> check(example)));
  }

  @TestFactory
  Stream<DynamicTest> everyExampleOfAnAggregationHasItsResult() {
    List<AggregateFunction> functions = Engine.builder().build().aggregates().functions();
    return functions.stream()
        .flatMap(function -> function.examples().stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.call() + " of " + example.values() + " › " + example.result(),
                    () -> check(example)));
  }

  private static void check(Example example) {
    String assigned = "| from one | eval x=" + example.expression() + " | table x";
    // A condition is no value of a field, but it has a text.
    String asText = "| from one | eval x=tostring(" + example.expression() + ") | table x";
    Engine engine = Engine.builder().table(ONE_ROW).build();
    Grid rows;
    try {
      rows = Results.of(engine.prepare(assigned));
    } catch (SplException condition) {
      rows = Results.of(engine.prepare(asText));
    }
    assertResult(example.result(), rows);
  }

  private static void check(AggregateFunction.Example example) {
    MemoryTableBuilder table = MemoryTable.builder("values");
    table.column("_time", SplType.TIME).column("x", SplType.STRING);
    // Events come newest first, a second apart.
    double time = 1000;
    for (String value : example.values().split(",")) {
      table.row(time--, value(Cell.parse(value)));
    }
    String search = "| from values | stats " + example.call() + " AS r | table r";
    Engine engine = Engine.builder().table(table.build()).build();
    assertResult(example.result(), Results.of(engine.prepare(search)));
  }

  private static @Nullable String value(Cell cell) {
    return cell.values().isEmpty() ? null : cell.values().get(0);
  }

  private static void assertResult(String expected, Grid rows) {
    assertEquals(Cell.parse(expected).written(), rows.rows().get(0).get(0).written());
  }
}
