package karst.table.event;

import org.jspecify.annotations.Nullable;

/** One reading of events. */
interface EventSegments extends AutoCloseable {
  /** Returns the next events, or null at the end. */
  @Nullable EventSegment next();

  @Override
  void close();
}
