package karst.table;

import karst.table.ChunkSource.PendingChunk;
import org.jspecify.annotations.Nullable;

/** Reads and decodes on the caller's thread. */
final class SerialPipeline implements ChunkPipeline {
  private final ChunkSource reader;
  private final CsvProjection projection;
  private @Nullable ChunkWorker worker;

  SerialPipeline(ChunkSource reader, CsvProjection projection) {
    this.reader = reader;
    this.projection = projection;
  }

  @Override
  public @Nullable ChunkRows next() {
    PendingChunk pending = reader.take();
    if (pending == null) {
      return null;
    }
    // Made here and not sooner: opening the filter may fail, and then somebody has to close the
    // file.
    ChunkWorker ready = worker == null ? new ChunkWorker(projection) : worker;
    worker = ready;
    Chunk chunk = pending.read(ready.search());
    ChunkRows rows = ready.process(chunk);
    reader.recycle(chunk);
    return rows;
  }

  @Override
  public void close() {}
}
