package karst.optimize;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.List;
import java.util.Map;
import karst.Engine;
import karst.Stage;
import karst.table.Tables;
import org.junit.jupiter.api.Test;

class FlatConditionsTest {
  private static final Engine ENGINE =
      Engine.builder().table(Tables.memory("t", List.of(Map.of("x", "a")))).build();

  /** A term on a field that does not exist is false and drops out of the OR around it. */
  @Test
  void whatIsLeftOfADisjunctionDoesNotNestAnAndInAnAnd() {
    String rows = "| from t | stats count | search ";
    String terms = "(count=1 count=2) OR nope=1";
    assertDoesNotThrow(() -> optimized(rows + terms + " count=3"));
    assertDoesNotThrow(() -> optimized(rows + "NOT ((" + terms + ") count=3)"));
  }

  private static String optimized(String spl) {
    return ENGINE.prepare(spl).explain(Stage.OPTIMIZED);
  }
}
