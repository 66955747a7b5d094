package karst.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import karst.source.Diagnostic;
import karst.vector.Batch;
import karst.vector.TextOf;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a CSV file as texts.
 *
 * @param names the columns
 * @param rows cells by column; null for an empty one
 */
record CsvTexts(List<String> names, List<@Nullable String[]> rows) {
  static CsvTexts read(Path file) {
    CsvTable table = CsvTable.open("lookup", file, CsvOptions.ofLookups());
    List<Integer> all = IntStream.range(0, table.schema().size()).boxed().toList();
    List<@Nullable String[]> rows = new ArrayList<>();
    try (Scan scan = table.scan(ScanRequest.of(all), Quiet.INSTANCE)) {
      for (Batch batch = scan.next(); batch != null; batch = scan.next()) {
        for (int i = 0; i < batch.rowCount(); i++) {
          @Nullable String[] cells = new String[all.size()];
          for (int column = 0; column < cells.length; column++) {
            cells[column] = TextOf.row(batch.vector(column), batch.selection().row(i));
          }
          rows.add(cells);
        }
      }
    }
    return new CsvTexts(table.schema().names(), rows);
  }

  /** Reads in one thread and says nothing. */
  private enum Quiet implements ScanContext {
    INSTANCE;

    @Override
    public int batchSize() {
      return DEFAULT_BATCH_SIZE;
    }

    @Override
    public int threads() {
      return 1;
    }

    @Override
    public void checkpoint() {}

    @Override
    public void report(Diagnostic diagnostic) {}

    @Override
    public void progress(long bytesDone, long bytesTotal) {}
  }
}
