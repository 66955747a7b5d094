package karst.table;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** Gives out a file's records in chunks, in the order of the file. */
sealed interface ChunkSource extends Closeable permits ChunkReader, BlockReader {
  /**
   * Takes the next chunk, null at the end. One thread at a time may call it.
   *
   * @throws karst.source.SplException if the file cannot be read or has changed
   */
  @Nullable PendingChunk take();

  /** Takes back a chunk's memory; from any thread. */
  void recycle(Chunk chunk);

  /** Returns the number of bytes of the file. */
  long total();

  /**
   * Returns the line on which a chunk starts, counted from 0 at the first row of the file. It reads
   * the file anew as far as needed, so it is for messages.
   */
  long lineOf(long offset);

  @Override
  void close();

  /** A chunk that somebody has taken and that remains to be read; from any thread, once. */
  @FunctionalInterface
  interface PendingChunk {
    /**
     * Returns the chunk.
     *
     * @param search looks at the bytes as they come in; null for nobody
     * @throws karst.source.SplException if the file cannot be read or has changed
     */
    Chunk read(@Nullable RawSearch search);
  }
}
