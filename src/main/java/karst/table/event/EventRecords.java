package karst.table.event;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts a file into records; each is valid until the next is asked for. */
interface EventRecords {
  /** Returns the next record, or null at the end. */
  @Nullable EventRecord next() throws IOException;

  /** Takes what is wrong with a record that is left out. */
  @FunctionalInterface
  interface Faults {
    /** Takes a fault on a line. */
    void add(EventFault fault, long line, String reason);
  }
}
