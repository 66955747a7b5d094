package karst.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import karst.Engine;
import karst.Result;
import karst.table.Tables;
import org.junit.jupiter.api.Test;

class SortPlannerTest {
  private static final Engine ENGINE =
      Engine.builder()
          .table(Tables.memory("t", List.of(Map.of("x", "b"), Map.of("x", "a"))))
          .build();

  @Test
  void aFieldThatDoesNotExistLeavesTheOrderAsItIs() {
    assertEquals(List.of("b", "a"), sorted("sort 0 nope"));
    assertEquals(List.of("a", "b"), sorted("sort 0 nope, x"));
  }

  @Test
  void theLimitCountsWhereNothingIsSorted() {
    assertEquals(List.of("b"), sorted("sort 1 nope"));
    assertEquals(List.of("b"), sorted("sort 0 nope | head 1"));
  }

  private static List<String> sorted(String command) {
    List<String> values = new ArrayList<>();
    try (Result result = ENGINE.prepare("| from t | " + command).run()) {
      result.forEach(row -> values.add(row.text("x")));
    }
    return values;
  }
}
