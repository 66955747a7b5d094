package karst.exec.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import karst.Engine;
import karst.Query;
import karst.Result;
import karst.exec.Limits;
import karst.table.MemoryTable;
import karst.type.SplType;
import karst.vector.Batch;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ExpandTest {
  @Property(tries = 100)
  void batchesAreNeitherEmptyNorTooLarge(
      @ForAll List<@IntRange(max = 5) Integer> counts,
      @ForAll @IntRange(min = 1, max = 4) int size) {
    var table = MemoryTable.builder("t").column("m", SplType.DYNAMIC);
    int values = 0;
    for (int count : counts) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        row.add("v" + i);
      }
      table.row((Object) row);
      values += Math.max(1, count);
    }
    Limits limits = Limits.defaults().withBatchSize(size);
    Engine engine = Engine.builder().table(table.build()).limits(limits).build();
    Query query = engine.prepare("| from t | mvexpand m");
    int rows = 0;
    try (Result result = query.run()) {
      for (Batch batch = result.nextBatch(); batch != null; batch = result.nextBatch()) {
        assertTrue(batch.rowCount() > 0 && batch.rowCount() <= size);
        rows += batch.rowCount();
      }
    }
    assertEquals(values, rows);
  }
}
