package karst.table;

import karst.table.Chunk.Ending;
import karst.vector.Bytes;
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

  private static final long COMMAS = Swar.repeat(',');
  private static final long QUOTES = Swar.repeat('"');
  private static final long LINE_FEEDS = Swar.repeat('\n');

  private final int width;
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
    records.begin(position);
    long seen = 0;
    int cellStart = position;
    int lastQuote = -2;
    int recordLine = line;
    int quoteLine = line;
    boolean quoted = false;
    boolean stray = false;
    for (int at = position; at < end && records.size() < limit; at += Long.BYTES) {
      long word = Bytes.longAt(bytes, at);
      seen |= word;
      long hits = Swar.matches(word, COMMAS, QUOTES, LINE_FEEDS);
      for (; hits != 0; hits &= hits - 1) {
        int found = at + Swar.first(hits);
        if (found >= end) {
          break;
        }
        byte delimiter = bytes[found];
        if (delimiter == '"') {
          stray |= !quoted && found != cellStart && found != lastQuote + 1;
          quoted = !quoted;
          quoteLine = line;
          lastQuote = found;
        } else if (delimiter == ',') {
          if (!quoted) {
            stray |= lastQuote >= cellStart && lastQuote != found - 1;
            records.bound(found);
            cellStart = found + 1;
          }
        } else {
          line++;
          if (!quoted) {
            int cellEnd = found > cellStart && bytes[found - 1] == '\r' ? found - 1 : found;
            stray |= lastQuote >= cellStart && lastQuote != cellEnd - 1;
            finish(records, cellEnd, recordLine, stray);
            position = found + 1;
            records.begin(position);
            cellStart = position;
            recordLine = line;
            stray = false;
            if (records.size() == limit) {
              break;
            }
          }
        }
      }
    }
    if (Swar.hasHighBit(seen)) {
      records.notAscii();
    }
    if (records.size() < limit && position < end) {
      boolean cut = chunk.ending() == Ending.CUT;
      if (quoted || cut) {
        if (stray) {
          faults.add(DataFault.STRAY_QUOTE, recordLine);
        }
        brokenEnd = new BrokenEnd(recordLine, quoted ? quoteLine : BrokenEnd.NO_QUOTE, cut);
      } else {
        stray |= lastQuote >= cellStart && lastQuote != end - 1;
        finish(records, end, recordLine, stray);
      }
      position = end;
    }
  }

  private void finish(CsvRecords records, int cellEnd, int recordLine, boolean stray) {
    if (cellEnd == position) {
      return;
    }
    records.bound(cellEnd);
    int cells = records.cellsOfLast();
    records.end(recordLine);
    if (stray) {
      faults.add(DataFault.STRAY_QUOTE, recordLine);
    }
    if (cells != width && width != ANY_WIDTH) {
      faults.add(cells < width ? DataFault.TOO_FEW_CELLS : DataFault.TOO_MANY_CELLS, recordLine);
    }
  }
}
