package karst.table.event;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The objects of a JSON text that goes over several lines: one after the other, or in an array. */
final class JsonRecords implements EventRecords {
  private final ByteWindow window;
  private final Faults faults;

  JsonRecords(ByteWindow window, Faults faults) {
    this.window = window;
    this.faults = faults;
  }

  @Override
  public @Nullable EventRecord next() throws IOException {
    if (!skipToObject()) {
      if (window.isBroken()) {
        faults.add(EventFault.CUT, window.line(), "");
      }
      return null;
    }
    int depth = 0;
    boolean quoted = false;
    for (int at = 0; ; at++) {
      if (at == window.size() && !window.grow()) {
        // Where the next object begins nobody can tell, so this is the end of the file.
        boolean full = window.isFull();
        faults.add(full ? EventFault.TOO_LONG : EventFault.CUT, window.line(), "");
        return null;
      }
      byte next = window.at(at);
      if (quoted) {
        if (next == '\\') {
          at++;
          if (at == window.size() && !window.grow()) {
            at--;
          }
        } else if (next == '"') {
          quoted = false;
        }
      } else if (next == '"') {
        quoted = true;
      } else if (next == '{' || next == '[') {
        depth++;
      } else if ((next == '}' || next == ']') && --depth == 0) {
        EventRecord record = window.record(0, at + 1);
        window.consume(at + 1);
        return record;
      }
    }
  }

  /**
   * Moves to the next brace outside objects; what stands before it and is no separator is wrong.
   */
  private boolean skipToObject() throws IOException {
    boolean reported = false;
    while (window.size() > 0 || window.grow()) {
      byte next = window.at(0);
      if (next == '{') {
        return true;
      }
      boolean separator = next == '[' || next == ']' || next == ',' || (next >= 0 && next <= ' ');
      if (!separator && !reported) {
        faults.add(EventFault.MALFORMED, window.line(), "text outside of objects");
        reported = true;
      }
      window.consume(1);
    }
    return false;
  }
}
