package karst.table.parquet;

import java.util.List;
import karst.table.ScanFilter;
import karst.table.ScanFilter.RowPredicate;
import org.jspecify.annotations.Nullable;

/** Opens row groups for one thread, with a predicate of its own; keeps the last file open. */
final class GroupWorker implements AutoCloseable {
  private final Projection projection;
  private final @Nullable RowPredicate predicate;
  private final List<@Nullable Gate> gates;
  private @Nullable ParquetFile file;
  private @Nullable ParquetInput input;

  GroupWorker(Projection projection) {
    this.projection = projection;
    ScanFilter filter = projection.filter();
    predicate = filter == null ? null : filter.open();
    gates = Gate.open(projection);
  }

  /**
   * Opens a row group; the one before is closed.
   *
   * @throws karst.source.SplException if the file cannot be read or is damaged
   */
  RowGroupReader open(FileGroup group) {
    ParquetInput open = input;
    if (open == null || !group.file().equals(file)) {
      close();
      open = group.file().input();
      input = open;
      file = group.file();
    }
    return new RowGroupReader(open, group.group(), group.columns(), projection, predicate, gates);
  }

  @Override
  public void close() {
    if (input != null) {
      input.close();
      input = null;
    }
  }
}
