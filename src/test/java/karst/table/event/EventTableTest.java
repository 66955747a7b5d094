package karst.table.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import karst.table.Scan;
import karst.table.ScanRequest;
import karst.table.ScanSettings;
import karst.table.Table;
import karst.vector.Batch;
import karst.vector.TextOf;
import org.junit.jupiter.api.Test;

class EventTableTest {
  private static final List<String> FIELDS =
      List.of("EventCode", "Image", "addresses{}", "nobody", EventTable.FIELD_NAMES);

  private static List<String> rows(Table table, int batchSize) {
    List<Integer> columns = IntStream.range(0, table.schema().size()).boxed().toList();
    List<String> rows = new ArrayList<>();
    ScanSettings settings = ScanSettings.defaults().withBatchSize(batchSize);
    try (Scan scan = table.scan(ScanRequest.of(columns), settings)) {
      for (Batch batch = scan.next(); batch != null; batch = scan.next()) {
        for (int row = 0; row < batch.rowCount(); row++) {
          StringBuilder line = new StringBuilder();
          for (int column : columns) {
            line.append(TextOf.row(batch.packed(column), row)).append('|');
          }
          rows.add(line.toString());
        }
      }
    }
    return rows;
  }

  private static Table table(long memory) {
    String folder = "src/test/resources/events";
    return EventSet.open(List.of(EventInput.of(folder)), false, memory).table(FIELDS);
  }

  @Test
  void eventsInMemoryAreThoseOfTheFiles() {
    List<String> resident = rows(table(1L << 30), 4096);
    assertEquals(14, resident.size());
    assertEquals(resident, rows(table(0), 4096));
  }

  @Test
  void theSizeOfBatchesIsNothingToTheRows() {
    Table table = table(1L << 30);
    assertEquals(rows(table, 4096), rows(table, 1));
    assertEquals(rows(table, 4096), rows(table(0), 3));
  }

  @Test
  void aFieldThatNoEventHasIsNull() {
    Table table = table(1L << 30);
    assertEquals(-1, table.schema().indexOf("Computer"));
    assertEquals(
        List.of("_time", "host", "source", "sourcetype", "index"),
        table.schema().names().subList(0, 5));
    assertEquals("_raw", table.schema().names().get(table.schema().size() - 1));
  }
}
