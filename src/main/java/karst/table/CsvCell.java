package karst.table;

/** The text of one cell after the other, in an object that is used again for each. */
final class CsvCell {
  private final FaultLines faults;
  private final boolean blanks;
  private byte[] bytes = new byte[0];
  private int start;
  private int length;
  private byte[] scratch = new byte[64];

  /**
   * Creates a cell.
   *
   * @param faults where malformed UTF-8 goes
   * @param blanks whether blanks at the start of a cell without quotes belong to it
   */
  CsvCell(FaultLines faults, boolean blanks) {
    this.faults = faults;
    this.blanks = blanks;
  }

  /** Returns the array that holds the text. */
  byte[] bytes() {
    return bytes;
  }

  /** Returns where the text starts. */
  int start() {
    return start;
  }

  /** Returns the length of the text in bytes. */
  int length() {
    return length;
  }

  /**
   * Goes to a cell and returns whether it holds anything. An empty cell is null, quoted or not, as
   * in a CSV file that inputlookup reads (spl-semantics §0.3); so is a missing one.
   */
  boolean read(CsvRecords records, int row, int column) {
    if (column >= records.cells(row)) {
      return false;
    }
    bytes = records.bytes();
    start = records.start(row, column);
    int end = records.end(row, column);
    while (!blanks && start < end && bytes[start] == ' ') {
      start++;
    }
    length = end - start;
    if (length == 0) {
      return false;
    }
    if (bytes[start] == '"') {
      unquote(end);
      if (length == 0) {
        return false;
      }
    }
    if (!records.isAscii() && !Utf8.isValid(bytes, start, start + length)) {
      faults.add(DataFault.INVALID_UTF8, records.line(row));
      bytes = Utf8.mend(bytes, start, start + length);
      start = 0;
      length = bytes.length;
    }
    return true;
  }

  /** Takes the quotes off; a quote right after one that closes stands for itself. */
  private void unquote(int end) {
    int open = start + 1;
    int next = indexOfQuote(open, end);
    if (next == end - 1) {
      start = open;
      length = next - open;
      return;
    }
    if (scratch.length < end - start) {
      scratch = new byte[Math.max(end - start, 2 * scratch.length)];
    }
    int written = 0;
    boolean quoted = true;
    int at = open;
    while (at < end) {
      int run = next - at;
      System.arraycopy(bytes, at, scratch, written, run);
      written += run;
      if (next == end) {
        break;
      }
      // Between a closing and an opening quote nothing stands: the pair is one quote.
      if (!quoted && run == 0) {
        scratch[written++] = '"';
      }
      quoted = !quoted;
      at = next + 1;
      next = indexOfQuote(at, end);
    }
    bytes = scratch;
    start = 0;
    length = written;
  }

  private int indexOfQuote(int from, int end) {
    int at = from;
    while (at < end && bytes[at] != '"') {
      at++;
    }
    return at;
  }
}
