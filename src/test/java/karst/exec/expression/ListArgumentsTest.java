package karst.exec.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import karst.Engine;
import karst.Result;
import karst.table.Tables;
import org.junit.jupiter.api.Test;

class ListArgumentsTest {
  private static final Engine ENGINE =
      Engine.builder().table(Tables.memory("t", List.of(Map.of("m", List.of("x", "1"))))).build();

  /** Spl-semantics §3.4: a comparison with null is null, and so is its opposite. */
  @Test
  void aListComparedWithNullIsNull() {
    assertEquals(0, rows("where m=null()"));
    assertEquals(0, rows("where NOT (m=null())"));
    assertEquals(1, rows("where isnull(m=null())"));
    assertEquals(0, rows("where NOT (m IN (null()))"));
  }

  /** Spl-semantics §0.2, Q7: a list of one is its value, and of several any may be equal. */
  @Test
  void aConstantListIsTakenApartLikeOneFromAField() {
    assertEquals(1, rows("where 1=mvdedup(\"1.0\")"));
    assertEquals(1, rows("where \"b\"=split(\"a,b\", \",\")"));
    assertEquals(1, rows("where m=split(\"a,x\", \",\")"));
    assertEquals(0, rows("where m=split(\"a,b\", \",\")"));
  }

  /** A list without a value is null, also where it is a constant. */
  @Test
  void aConstantListMayBeEmpty() {
    assertEquals(0, rows("eval z=mvindex(0, 1) | search z=\"*\""));
    assertEquals(1, rows("eval z=mvindex(0, 1) | where isnull(z)"));
  }

  private static int rows(String command) {
    int rows = 0;
    try (Result result = ENGINE.prepare("| from t | " + command).run()) {
      for (var batch = result.nextBatch(); batch != null; batch = result.nextBatch()) {
        rows += batch.rowCount();
      }
    }
    return rows;
  }
}
