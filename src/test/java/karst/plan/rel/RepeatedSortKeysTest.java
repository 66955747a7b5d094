package karst.plan.rel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import karst.Engine;
import karst.Result;
import karst.table.Tables;
import org.junit.jupiter.api.Test;

class RepeatedSortKeysTest {
  private static final Engine ENGINE =
      Engine.builder()
          .table(Tables.memory("t", List.of(Map.of("x", "b"), Map.of("x", "2"), Map.of("x", "a"))))
          .build();

  @Test
  void aFieldMayStandTwice() {
    assertEquals(List.of("2", "a", "b"), sorted("sort x, x"));
  }

  @Test
  void aSecondOrderOfAFieldDecidesWhereTheFirstDoesNot() {
    assertEquals(List.of("2", "a", "b"), sorted("sort num(x), str(x)"));
    assertEquals(List.of("2", "b", "a"), sorted("sort num(x), -str(x)"));
  }

  @Test
  void theOrdersOutliveAProjectionAndALimit() {
    assertEquals(List.of("2", "b"), sorted("sort 0 num(x), -str(x) | fields x | head 2"));
  }

  private static List<String> sorted(String command) {
    List<String> values = new ArrayList<>();
    try (Result result = ENGINE.prepare("| from t | " + command).run()) {
      result.forEach(row -> values.add(row.text("x")));
    }
    return values;
  }
}
