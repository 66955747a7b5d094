package karst.table;

import karst.vector.Bytes;

/**
 * Looks at eight bytes of a word at a time (SIMD within a register). Java 17 compiles the Vector
 * API's bit masks too slowly for this.
 */
final class Swar {
  /** Bytes that must be readable after the last one of interest. */
  static final int PADDING = Long.BYTES;

  private static final long HIGH_BITS = 0x8080808080808080L;

  private Swar() {}

  /** Returns a word with a byte in all eight places. */
  static long repeat(int value) {
    return value * 0x0101010101010101L;
  }

  /** Returns the high bit of exactly those bytes in which two words agree. */
  static long matches(long word, long pattern) {
    return ~different(word ^ pattern) & HIGH_BITS;
  }

  /** Returns the high bit of exactly those bytes in which a word agrees with one of three. */
  static long matches(long word, long one, long two, long three) {
    return ~(different(word ^ one) & different(word ^ two) & different(word ^ three)) & HIGH_BITS;
  }

  /** Returns the high bit of each byte that is not zero; the other bits mean nothing. */
  static long different(long difference) {
    // No carry leaves a byte: its high bit is masked before the addition.
    return ((difference & ~HIGH_BITS) + ~HIGH_BITS) | difference;
  }

  /** Returns the place, 0 to 7, of the first byte that {@link #matches} marked. */
  static int first(long matches) {
    return Long.numberOfTrailingZeros(matches) >>> 3;
  }

  /** Returns whether some byte of some word is not ASCII, given the words or-ed together. */
  static boolean hasHighBit(long words) {
    return (words & HIGH_BITS) != 0;
  }

  /**
   * Returns whether a byte stood an odd number of times in words, given {@link #different} xor-ed.
   */
  static boolean parity(long differences) {
    // Each word has eight bytes: as many differ, odd or even, as do not.
    return (Long.bitCount(differences & HIGH_BITS) & 1) != 0;
  }

  /** Counts a byte in a range; {@link #PADDING} bytes after the range must be readable. */
  static int count(byte[] bytes, int start, int end, long pattern) {
    int count = 0;
    int at = start;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      count += Long.bitCount(matches(Bytes.longAt(bytes, at), pattern));
    }
    if (at < end) {
      long inside = -1L >>> (Long.SIZE - 8 * (end - at));
      count += Long.bitCount(matches(Bytes.longAt(bytes, at), pattern) & inside);
    }
    return count;
  }
}
