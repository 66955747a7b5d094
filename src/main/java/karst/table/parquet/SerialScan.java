package karst.table.parquet;

import java.util.List;
import karst.table.ScanContext;
import karst.table.SelfClosingScan;
import karst.vector.Batch;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/** Reads row groups one after the other on the thread that asks. */
final class SerialScan extends SelfClosingScan {
  private final List<FileGroup> groups;
  private final Projection projection;
  private final ScanContext context;
  private final long total;
  private @Nullable GroupWorker worker;
  private @Nullable RowGroupReader reader;
  private int next;
  private long done;

  /**
   * Creates a scan.
   *
   * @param total the bytes that this scan and others like it read
   */
  SerialScan(List<FileGroup> groups, Projection projection, ScanContext context, long total) {
    this.groups = groups;
    this.projection = projection;
    this.context = context;
    this.total = total;
  }

  @Override
  public Schema schema() {
    return projection.schema();
  }

  @Override
  protected @Nullable Batch advance() {
    while (true) {
      context.checkpoint();
      if (reader == null) {
        if (next == groups.size()) {
          return null;
        }
        // Made here and not sooner: opening the filter may fail, and nothing is to be closed then.
        GroupWorker ready = worker == null ? new GroupWorker(projection) : worker;
        worker = ready;
        reader = ready.open(groups.get(next++));
      }
      Batch batch = reader.next();
      if (batch != null) {
        return batch;
      }
      reader = null;
      done += groups.get(next - 1).bytes();
      context.progress(done, total);
    }
  }

  @Override
  public void close() {
    next = groups.size();
    reader = null;
    if (worker != null) {
      worker.close();
      worker = null;
    }
  }
}
