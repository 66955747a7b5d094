package karst.table;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import karst.table.Chunk.Ending;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plain file in blocks, several threads at a time. A block's chunk are the records that
 * start in it; the last one may end in a later block.
 *
 * <p>A record starts after a line feed before which an even number of quotes stands. Each thread
 * counts the quotes of its own block and is told whether the block starts inside quotes, so the
 * records are found exactly although nobody reads the file from its start.
 */
final class BlockReader implements ChunkSource {
  /** Bytes that are read at a time, few enough to be still near when they are looked at. */
  private static final int SLICE = 1 << 17;

  /** Bytes that are read at first behind a block, for the end of its last record. */
  private static final int OVERHANG = 1 << 12;

  private final PlainFile file;
  private final long origin;
  private final int blockBytes;
  private final int maxRecordBytes;
  private final QuoteStates states;
  private final Deque<byte[]> free = new ArrayDeque<>();
  private int taken;

  /**
   * Creates a reader.
   *
   * @param origin where the first record starts, at least 1
   * @param states of the blocks to read
   */
  BlockReader(PlainFile file, long origin, CsvOptions options, QuoteStates states) {
    this.file = file;
    this.origin = origin;
    this.blockBytes = options.blockBytes();
    this.maxRecordBytes = options.maxRecordBytes();
    this.states = states;
    this.taken = states.first();
  }

  /** Creates a reader of all blocks. */
  BlockReader(PlainFile file, long origin, CsvOptions options) {
    this(file, origin, options, new QuoteStates(0, blocks(file, origin, options), false));
  }

  /** Returns the number of blocks of a file. */
  static int blocks(PlainFile file, long origin, CsvOptions options) {
    int bytes = options.blockBytes();
    return Math.toIntExact((file.size() - origin + bytes - 1) / bytes);
  }

  @Override
  public @Nullable PendingChunk take() {
    if (taken == states.end()) {
      return null;
    }
    int block = taken++;
    return search -> read(block, search);
  }

  /** The buffer holds the byte before the block, the block, and what its last record needs. */
  private Chunk read(int block, @Nullable RawSearch search) {
    long from = origin + (long) block * blockBytes;
    int end = 1 + (int) Math.min(blockBytes, file.size() - from);
    byte[] buffer = buffer();
    boolean odd = count(buffer, from - 1, end, search);
    boolean quoted = states.enter(block, odd);
    if (from - 1 + end == file.size()) {
      file.checkUnchanged();
    }
    int start = firstRecord(buffer, end, quoted);
    if (start == end) {
      return new Chunk(buffer, end, end, Ending.WHOLE, from, from - 1 + end);
    }
    return complete(buffer, from - 1, start, end, quoted ^ odd, search);
  }

  /** Reads the bytes {@code [0, end)} of the buffer; returns whether the block's quotes are odd. */
  private boolean count(byte[] buffer, long position, int end, @Nullable RawSearch search) {
    QuoteParity parity = new QuoteParity();
    boolean odd = false;
    int read = 0;
    if (search != null) {
      search.start();
    }
    while (read < end) {
      int length = Math.min(SLICE, end - read);
      file.read(position + read, buffer, read, length);
      int from = Math.max(1, read);
      read += length;
      odd ^= search == null ? parity.isOdd(buffer, from, read) : search.look(buffer, from, read);
    }
    return odd;
  }

  /** Returns where the first record starts that starts in the block, the block's end for none. */
  private static int firstRecord(byte[] buffer, int end, boolean quotedAtStart) {
    boolean quoted = quotedAtStart;
    for (int at = 0; at < end; at++) {
      if (at > 0 && buffer[at] == '"') {
        quoted = !quoted;
      } else if (buffer[at] == '\n' && !quoted) {
        return at + 1;
      }
    }
    return end;
  }

  /** Reads on to the end of the record that the block ends in. */
  private Chunk complete(
      byte[] block,
      long position,
      int start,
      int blockEnd,
      boolean quotedAtEnd,
      @Nullable RawSearch search) {
    byte[] buffer = block;
    int end = blockEnd;
    boolean quoted = quotedAtEnd;
    if (buffer[end - 1] == '\n' && !quoted) {
      return new Chunk(buffer, start, end, Ending.WHOLE, position + start, position + end);
    }
    int lastRecord = lastRecord(buffer, start, end, quotedAtEnd);
    int step = OVERHANG;
    while (position + end < file.size()) {
      int more = (int) Math.min(step, file.size() - position - end);
      if (end + more + Swar.PADDING > buffer.length) {
        buffer = Arrays.copyOf(buffer, end + more + Swar.PADDING);
      }
      file.read(position + end, buffer, end, more);
      int read = end + more;
      for (; end < read; end++) {
        if (buffer[end] == '"') {
          quoted = !quoted;
        } else if (buffer[end] == '\n' && !quoted) {
          end++;
          lookBehind(search, buffer, blockEnd, end);
          return new Chunk(buffer, start, end, Ending.WHOLE, position + start, position + end);
        }
      }
      if (end - lastRecord >= Math.max(maxRecordBytes, blockBytes)) {
        return new Chunk(buffer, start, end, Ending.CUT, position + start, position + end);
      }
      step = (int) Math.min(2L * step, maxRecordBytes);
    }
    lookBehind(search, buffer, blockEnd, end);
    Ending ending = quoted ? Ending.QUOTED : Ending.WHOLE;
    return new Chunk(buffer, start, end, ending, position + start, position + end);
  }

  private static void lookBehind(@Nullable RawSearch search, byte[] buffer, int from, int to) {
    if (search != null) {
      search.look(buffer, from, to);
    }
  }

  /** Returns where the record starts that the block ends in. */
  private static int lastRecord(byte[] buffer, int start, int end, boolean quotedAtEnd) {
    boolean quoted = quotedAtEnd;
    for (int at = end - 1; at >= start; at--) {
      if (buffer[at] == '"') {
        quoted = !quoted;
      } else if (buffer[at] == '\n' && !quoted) {
        return at + 1;
      }
    }
    return start;
  }

  @Override
  public void recycle(Chunk chunk) {
    synchronized (free) {
      if (free.size() < 16) {
        free.push(chunk.bytes());
      }
    }
  }

  private byte[] buffer() {
    byte[] buffer;
    synchronized (free) {
      buffer = free.poll();
    }
    return buffer == null ? new byte[1 + blockBytes + OVERHANG + Swar.PADDING] : buffer;
  }

  @Override
  public long total() {
    return file.size();
  }

  @Override
  public long lineOf(long offset) {
    long lines = 0;
    byte[] buffer = new byte[SLICE + Swar.PADDING];
    for (long at = origin; at < offset; at += SLICE) {
      int length = (int) Math.min(SLICE, offset - at);
      file.read(at, buffer, 0, length);
      lines += Swar.count(buffer, 0, length, Swar.repeat('\n'));
    }
    return lines;
  }

  @Override
  public void close() {
    file.close();
  }
}
