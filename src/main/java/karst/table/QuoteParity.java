package karst.table;

import java.nio.LongBuffer;

/** Tells whether ranges of bytes have an odd number of quotes; for one thread. */
final class QuoteParity {
  private static final long QUOTES = Swar.repeat('"');

  private final long[] window = new long[Words.SIZE];

  /** Returns whether quotes stand an odd number of times in a range. */
  boolean isOdd(byte[] bytes, int from, int to) {
    LongBuffer words = Words.of(bytes, from);
    int count = (to - from) / Long.BYTES;
    boolean odd = false;
    for (int at = 0; at < count; at += window.length) {
      int size = Math.min(window.length, count - at);
      words.get(at, window, 0, size);
      odd ^= Words.isOdd(window, size, QUOTES);
    }
    for (int at = from + count * Long.BYTES; at < to; at++) {
      odd ^= bytes[at] == '"';
    }
    return odd;
  }
}
