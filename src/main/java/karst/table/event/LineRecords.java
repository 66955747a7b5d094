package karst.table.event;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Records of one line each; with quotes, a line feed between two quotes does not end a record. */
final class LineRecords implements EventRecords {
  private final ByteWindow window;
  private final Faults faults;
  private final boolean quotes;

  /** Whether the record that was looked for last ended within quotes. */
  private boolean quoted;

  LineRecords(ByteWindow window, Faults faults, boolean quotes) {
    this.window = window;
    this.faults = faults;
    this.quotes = quotes;
  }

  @Override
  public @Nullable EventRecord next() throws IOException {
    while (true) {
      int end = recordEnd();
      if (end >= 0) {
        EventRecord record = window.record(0, end);
        window.consume(end + 1);
        if (!record.isBlank()) {
          return record;
        }
      } else if (window.isFull()) {
        faults.add(EventFault.TOO_LONG, window.line(), "");
        skipLine();
      } else if (quoted && !window.isBroken()) {
        // Else all that follows a lost quote would be one record.
        faults.add(EventFault.UNCLOSED, window.line(), "");
        skipLine();
      } else {
        return last();
      }
    }
  }

  private @Nullable EventRecord last() {
    int size = window.size();
    EventRecord record = window.record(0, size);
    if (record.isBlank()) {
      reportBroken(record);
      return null;
    }
    window.consume(size);
    if (window.isBroken()) {
      reportBroken(record);
      return null;
    }
    return record;
  }

  private void reportBroken(EventRecord record) {
    if (window.isBroken()) {
      faults.add(EventFault.CUT, record.line(), "");
    }
  }

  /** Returns where the line feed is that ends the first record; -1 if there is none. */
  private int recordEnd() throws IOException {
    int scanned = 0;
    quoted = false;
    while (true) {
      if (!quotes) {
        int feed = window.indexOf('\n', scanned);
        if (feed >= 0) {
          return feed;
        }
        scanned = window.size();
      }
      for (; scanned < window.size(); scanned++) {
        byte next = window.at(scanned);
        if (next == '"') {
          quoted = !quoted;
        } else if (next == '\n' && !quoted) {
          return scanned;
        }
      }
      if (!window.grow()) {
        return -1;
      }
    }
  }

  private void skipLine() throws IOException {
    while (true) {
      int feed = window.indexOf('\n', 0);
      if (feed >= 0) {
        window.consume(feed + 1);
        return;
      }
      window.consume(window.size());
      if (!window.grow()) {
        return;
      }
    }
  }
}
