package karst.table;

import org.jspecify.annotations.Nullable;

/** Reads and decodes on the caller's thread. */
final class SerialPipeline implements ChunkPipeline {
  private final ChunkReader reader;
  private final CsvProjection projection;
  private @Nullable ChunkWorker worker;

  SerialPipeline(ChunkReader reader, CsvProjection projection) {
    this.reader = reader;
    this.projection = projection;
  }

  @Override
  public @Nullable ChunkRows next() {
    Chunk chunk = reader.next();
    if (chunk == null) {
      return null;
    }
    // Made here and not sooner: opening the filter may fail, and then somebody has to close the
    // file.
    ChunkWorker ready = worker == null ? new ChunkWorker(projection) : worker;
    worker = ready;
    ChunkRows rows = ready.process(chunk);
    reader.recycle(chunk);
    return rows;
  }

  @Override
  public void close() {}
}
