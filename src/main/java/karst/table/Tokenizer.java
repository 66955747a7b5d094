package karst.table;

import karst.table.Chunk.Ending;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cells of a chunk's records (RFC 4180).
 *
 * <p>A quote opens or closes quoted text wherever it stands; a comma or line feed outside quoted
 * text ends a cell. So chunks can be cut by counting quotes alone, and a doubled quote needs no
 * rule of its own here. A record ends in LF or CRLF; a lone CR is part of its cell. Lines without
 * any byte are no records.
 */
final class Tokenizer {
  /** Stands for the width of a header: any number of cells is right. */
  static final int ANY_WIDTH = -1;

  private static final long LINE_FEEDS = Swar.repeat('\n');

  /** Bytes to look at for a single record. */
  private static final int ONE_RECORD = 1 << 10;

  private final int width;
  private final CsvMarks marks = new CsvMarks();
  private Chunk chunk = new Chunk(new byte[Swar.PADDING], 0, 0, Ending.WHOLE, 0, 0);
  private FaultLines faults = new FaultLines();
  private int position;
  private int line;
  private @Nullable BrokenEnd brokenEnd;

  /** Creates a tokenizer for records that should have a number of cells. */
  Tokenizer(int width) {
    this.width = width;
  }

  /** Goes to the start of a chunk; what is wrong with its records goes to {@code found}. */
  void start(Chunk next, FaultLines found) {
    chunk = next;
    faults = found;
    position = next.start();
    line = 0;
    brokenEnd = null;
    marks.start(next.bytes());
  }

  /** Returns the offset after the last record that was found. */
  int position() {
    return position;
  }

  /** Returns the number of lines before {@link #position}. */
  int lines() {
    return line;
  }

  /** Returns what is wrong with the end of the chunk, null before the end or for nothing. */
  @Nullable BrokenEnd brokenEnd() {
    return brokenEnd;
  }

  /**
   * Returns where the record starts that an offset after {@link #position} is in.
   *
   * @param quotedAtOffset whether that offset is inside quotes
   */
  int recordOf(int offset, boolean quotedAtOffset) {
    byte[] bytes = chunk.bytes();
    boolean quoted = quotedAtOffset;
    for (int at = offset - 1; at >= position; at--) {
      if (bytes[at] == '"') {
        quoted = !quoted;
      } else if (bytes[at] == '\n' && !quoted) {
        return at + 1;
      }
    }
    return position;
  }

  /**
   * Passes over the records before an offset, with which a record starts.
   *
   * @param countLines whether anybody asks for the lines of records
   */
  void skipTo(int offset, boolean countLines) {
    line += countLines ? Swar.count(chunk.bytes(), position, offset, LINE_FEEDS) : 0;
    position = offset;
  }

  /** Finds the next records, at most {@code limit}; none is the end. */
  void next(CsvRecords records, int limit) {
    records.clear(chunk.bytes());
    more(records, limit);
  }

  /** Finds further records until there are {@code limit}; none more is the end. */
  void more(CsvRecords records, int limit) {
    byte[] bytes = chunk.bytes();
    int end = chunk.end();
    int expected = limit - records.size() == 1 ? ONE_RECORD : end;
    int recordLine = line;
    boolean stray = false;
    // Of the byte before a block: whether it is inside quotes, bounds a cell or is a quote, and is
    // a quote that closes.
    long inside = quotedBefore(expected);
    long bounded = 1L << position;
    long closed = 0;
    long valid = -1L << position;
    marks.forgetAscii();
    records.begin(position);
    for (int at = position & -CsvMarks.BLOCK; at < end; at += CsvMarks.BLOCK, valid = -1) {
      int behind = Math.max(0, at + CsvMarks.BLOCK - end);
      valid &= -1L >>> behind;
      int block = marks.block(at, expected);
      long quotes = marks.quotes(block) & valid;
      long delimiters = marks.delimiters(block) & valid;
      long lineFeeds = marks.lineFeeds(block) & valid;
      long quoted = marks.quoted(block) ^ inside;
      long bounds = delimiters & ~quoted;
      long closing = quotes & ~quoted;
      long strays =
          quotes & quoted & ~((bounds | quotes) << 1 | bounded)
              | (closing << 1 | closed) & ~(bounds | quotes) & valid;
      inside = quoted << behind >> (Long.SIZE - 1);
      bounded = (bounds | quotes) >>> (Long.SIZE - 1);
      closed = closing >>> (Long.SIZE - 1);
      if (strays != 0) {
        strays = withoutLineEnds(strays, at);
      }
      int firstBound = records.bounds(at, bounds);
      for (long ends = bounds & lineFeeds; ends != 0; ends &= ends - 1) {
        long before = Long.lowestOneBit(ends) - 1;
        int found = at + Long.numberOfTrailingZeros(ends);
        int bound = firstBound + Long.bitCount(bounds & before);
        int cellEnd = found > position && bytes[found - 1] == '\r' ? found - 1 : found;
        stray |= (strays & before) != 0;
        strays &= ~before;
        finish(records, bound, cellEnd, recordLine, stray);
        stray = false;
        position = found + 1;
        recordLine = line + Long.bitCount(lineFeeds & before) + 1;
        if (records.size() == limit) {
          records.cut(bound);
          line = recordLine;
          end(records);
          return;
        }
      }
      stray |= strays != 0;
      line += Long.bitCount(lineFeeds);
    }
    end(records);
    if (position < end) {
      boolean cut = chunk.ending() == Ending.CUT;
      boolean quoted = inside != 0;
      if (quoted || cut) {
        if (stray) {
          faults.add(DataFault.STRAY_QUOTE, recordLine);
        }
        int quoteLine = quoted ? line - linesAfterLastQuote() : BrokenEnd.NO_QUOTE;
        brokenEnd = new BrokenEnd(recordLine, quoteLine, cut);
      } else {
        finish(records, records.bound(end), end, recordLine, stray);
      }
      position = end;
    }
  }

  /** Returns the state with which the block of the position has to start for it to be outside. */
  private long quotedBefore(int expected) {
    int inBlock = position % CsvMarks.BLOCK;
    if (inBlock == 0 || position == chunk.end()) {
      return 0;
    }
    long quoted = marks.quoted(marks.block(position - inBlock, expected));
    return quoted << (CsvMarks.BLOCK - inBlock) >> (Long.SIZE - 1);
  }

  private void end(CsvRecords records) {
    if (!marks.isAscii()) {
      records.notAscii();
    }
  }

  /** Takes out the carriage returns that end a line. */
  private long withoutLineEnds(long strays, int at) {
    byte[] bytes = chunk.bytes();
    long kept = strays;
    for (long left = strays; left != 0; left &= left - 1) {
      int place = at + Long.numberOfTrailingZeros(left);
      if (bytes[place] == '\r' && place + 1 < chunk.end() && bytes[place + 1] == '\n') {
        kept ^= Long.lowestOneBit(left);
      }
    }
    return kept;
  }

  private int linesAfterLastQuote() {
    byte[] bytes = chunk.bytes();
    int lines = 0;
    for (int at = chunk.end() - 1; bytes[at] != '"'; at--) {
      lines += bytes[at] == '\n' ? 1 : 0;
    }
    return lines;
  }

  private void finish(CsvRecords records, int bound, int cellEnd, int recordLine, boolean stray) {
    if (cellEnd == position) {
      records.skip(bound);
      return;
    }
    int cells = records.cellsUpTo(bound);
    records.end(bound, cellEnd, recordLine);
    if (stray) {
      faults.add(DataFault.STRAY_QUOTE, recordLine);
    }
    if (cells != width && width != ANY_WIDTH) {
      faults.add(cells < width ? DataFault.TOO_FEW_CELLS : DataFault.TOO_MANY_CELLS, recordLine);
    }
  }
}
