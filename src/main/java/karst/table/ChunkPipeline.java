package karst.table;

import org.jspecify.annotations.Nullable;

/** Delivers the rows of a file's chunks in the order of the file. */
sealed interface ChunkPipeline extends AutoCloseable permits SerialPipeline, ParallelPipeline {
  /**
   * Returns the rows of the next chunk, null at the end.
   *
   * @throws karst.source.SplException if the file or its data is at fault, or the filter says so
   */
  @Nullable ChunkRows next();

  /** Ends all threads; the reader stays open. */
  @Override
  void close();
}
