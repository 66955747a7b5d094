package karst.table;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import karst.table.Chunk.Ending;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file in large blocks and cuts each after its last whole record.
 *
 * <p>A line feed ends a record when an even number of quotes stands before it. A chunk starts with
 * a record, so counting starts anew with each, and the cut needs one pass that only counts quotes
 * and a few steps back from the end.
 */
final class ChunkReader implements ChunkSource {
  private static final long QUOTES = Swar.repeat('"');

  private final CsvInput input;
  private final int blockBytes;
  private final int maxRecordBytes;
  private final Deque<byte[]> free = new ArrayDeque<>();
  private byte[] rest = new byte[0];
  private int restSize;
  private boolean atEnd;

  /** Creates a reader that goes on where the input stands, at the start of a record. */
  ChunkReader(CsvInput input, CsvOptions options) {
    this.input = input;
    this.blockBytes = options.blockBytes();
    this.maxRecordBytes = options.maxRecordBytes();
  }

  /**
   * Returns the next records, null at the end. One thread at a time may call it.
   *
   * @throws karst.source.SplException if the file cannot be read or has changed
   */
  @Nullable Chunk next() {
    if (atEnd) {
      return null;
    }
    byte[] buffer = buffer(restSize);
    System.arraycopy(rest, 0, buffer, 0, restSize);
    int size = restSize;
    int counted = 0;
    int quotes = 0;
    while (true) {
      int room = buffer.length - Swar.PADDING;
      int read = input.read(buffer, size, room);
      size += read;
      if (size < room) {
        atEnd = true;
        return size == 0 ? null : chunk(buffer, size, Ending.WHOLE);
      }
      quotes += Swar.count(buffer, counted, size, QUOTES);
      counted = size;
      int cut = lastRecordEnd(buffer, size, (quotes & 1) != 0);
      if (cut > 0) {
        keep(buffer, cut, size);
        return chunk(buffer, cut, Ending.WHOLE);
      }
      if (size >= maxRecordBytes) {
        atEnd = true;
        return chunk(buffer, size, Ending.CUT);
      }
      buffer = Arrays.copyOf(buffer, (int) Math.min(2L * room, maxRecordBytes) + Swar.PADDING);
    }
  }

  @Override
  public @Nullable PendingChunk take() {
    Chunk chunk = next();
    return chunk == null ? null : search -> chunk;
  }

  @Override
  public void recycle(Chunk chunk) {
    if (chunk.bytes().length == blockBytes + Swar.PADDING) {
      synchronized (free) {
        free.push(chunk.bytes());
      }
    }
  }

  @Override
  public long total() {
    return input.size();
  }

  @Override
  public long lineOf(long offset) {
    throw new IllegalStateException("the lines of these chunks are always counted");
  }

  @Override
  public void close() {
    input.close();
  }

  private Chunk chunk(byte[] buffer, int end, Ending ending) {
    return new Chunk(buffer, 0, end, ending, 0, input.position());
  }

  private byte[] buffer(int carried) {
    if (carried >= blockBytes) {
      // Only when a record was longer than a block; one more byte at least has to be read.
      return new byte[carried + blockBytes + Swar.PADDING];
    }
    byte[] buffer;
    synchronized (free) {
      buffer = free.poll();
    }
    return buffer == null ? new byte[blockBytes + Swar.PADDING] : buffer;
  }

  private void keep(byte[] buffer, int from, int to) {
    restSize = to - from;
    if (rest.length < restSize) {
      rest = new byte[Math.max(restSize, 2 * rest.length)];
    }
    System.arraycopy(buffer, from, rest, 0, restSize);
  }

  /** Returns the offset after the last line feed outside quotes, 0 when there is none. */
  private static int lastRecordEnd(byte[] bytes, int end, boolean quotedAtEnd) {
    boolean quoted = quotedAtEnd;
    for (int at = end - 1; at >= 0; at--) {
      if (bytes[at] == '"') {
        quoted = !quoted;
      } else if (bytes[at] == '\n' && !quoted) {
        return at + 1;
      }
    }
    return 0;
  }
}
