package karst.exec.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import karst.Engine;
import karst.Result;
import karst.table.Tables;
import org.junit.jupiter.api.Test;

class SignedZeroTest {
  private static final Engine ENGINE =
      Engine.builder()
          .table(Tables.memory("t", List.of(Map.of("x", "0"), Map.of("x", "-0"))))
          .build();

  @Test
  void zeroesKeepTheirOrderWhateverTheirSign() {
    assertEquals(List.of("0", "-0"), values("sort x"));
    assertEquals(List.of("0", "-0"), values("sort -x"));
    assertEquals(List.of("0", "-0"), values("sort num(x)"));
    assertEquals(List.of("0", "-0"), values("stats count by x"));
  }

  private static List<String> values(String command) {
    List<String> values = new ArrayList<>();
    try (Result result = ENGINE.prepare("| from t | " + command).run()) {
      result.forEach(row -> values.add(row.text("x")));
    }
    return values;
  }
}
