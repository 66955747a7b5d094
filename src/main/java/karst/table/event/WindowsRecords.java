package karst.table.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Windows events as XML, each from {@code <Event} to {@code </Event>} wherever lines break, and as
 * blocks of text that begin with a date. Both may stand in one file. What frames the events (a
 * declaration, a root element, the head of a syslog line) is passed over.
 */
final class WindowsRecords implements EventRecords {
  private static final byte[] OPEN = "<Event".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CLOSE = "</Event>".getBytes(StandardCharsets.US_ASCII);

  private final ByteWindow window;
  private final Faults faults;

  WindowsRecords(ByteWindow window, Faults faults) {
    this.window = window;
    this.faults = faults;
  }

  @Override
  public @Nullable EventRecord next() throws IOException {
    while (true) {
      int open = findOpen();
      int gap = open < 0 ? window.size() : open;
      if (gap > 0) {
        EventRecord block = block(gap, open < 0);
        if (block != null) {
          return block;
        }
        continue;
      }
      if (open < 0) {
        reportBroken();
        return null;
      }
      EventRecord event = event();
      if (event != null) {
        return event;
      }
    }
  }

  /** Returns the event at the start of the window; null if it does not end. */
  private @Nullable EventRecord event() throws IOException {
    int scanned = OPEN.length;
    int close = window.indexOf(CLOSE, scanned);
    while (close < 0) {
      scanned = Math.max(OPEN.length, window.size() - CLOSE.length);
      if (!window.grow()) {
        EventFault fault = window.isFull() ? EventFault.TOO_LONG : EventFault.CUT;
        faults.add(fault, window.line(), "");
        skip();
        return null;
      }
      close = window.indexOf(CLOSE, scanned);
    }
    int end = close + CLOSE.length;
    EventRecord record = window.record(0, end);
    window.consume(end);
    return record;
  }

  /** Drops everything up to the end of an event. */
  private void skip() throws IOException {
    while (true) {
      int close = window.indexOf(CLOSE, 0);
      if (close >= 0) {
        window.consume(close + CLOSE.length);
        return;
      }
      window.consume(Math.max(0, window.size() - CLOSE.length));
      if (!window.grow()) {
        window.consume(window.size());
        return;
      }
    }
  }

  /** Returns where the next event opens; -1 when the window ends or is full before. */
  private int findOpen() throws IOException {
    int scanned = 0;
    while (true) {
      int open = window.indexOf(OPEN, scanned);
      if (open >= 0) {
        if (open + OPEN.length == window.size() && !window.grow()) {
          return -1;
        }
        byte after = window.at(open + OPEN.length);
        if (after == '>' || (after >= 0 && after <= ' ')) {
          return open;
        }
        scanned = open + 1;
        continue;
      }
      scanned = Math.max(0, window.size() - OPEN.length);
      if (!window.grow()) {
        return -1;
      }
    }
  }

  /** Takes a block of text off the first bytes of the window; null if they begin with no block. */
  private @Nullable EventRecord block(int size, boolean toEnd) {
    int start = 0;
    while (start < size && !ClassicEvent.beginsAt(window, start, size)) {
      start = nextLine(start, size);
    }
    if (start > 0) {
      passOver(start, size, toEnd);
      return null;
    }
    int end = nextLine(0, size);
    while (end < size && !ClassicEvent.beginsAt(window, end, size)) {
      end = nextLine(end, size);
    }
    EventRecord record = window.record(0, end).trimmed();
    window.consume(end);
    return record;
  }

  private int nextLine(int from, int size) {
    int feed = window.indexOf('\n', from);
    return feed < 0 || feed >= size ? size : feed + 1;
  }

  /** Drops text that is no event; unless it only frames events, that is a fault. */
  private void passOver(int count, int size, boolean toEnd) {
    EventRecord text = window.record(0, count).trimmed();
    boolean markup = text.start() < text.end() && text.bytes()[text.start()] == '<';
    // The head of a syslog line stands before the event, on the same line.
    boolean head = !toEnd && count == size && window.at(count - 1) != '\n' && isOneLine(text);
    if (!text.isBlank() && !markup && !head) {
      faults.add(EventFault.MALFORMED, text.line(), "text outside of events");
    }
    window.consume(count);
  }

  private static boolean isOneLine(EventRecord text) {
    for (int i = text.start(); i < text.end(); i++) {
      if (text.bytes()[i] == '\n') {
        return false;
      }
    }
    return true;
  }

  private void reportBroken() {
    if (window.isBroken()) {
      faults.add(EventFault.CUT, window.line(), "");
    }
  }
}
