package karst.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/**
 * Bytes as little-endian words, to be copied into an array of them, a window at a time.
 *
 * <p>The JIT compiler makes vector instructions of a loop over arrays that has no branch, and makes
 * none of one over words that are read out of a byte array. Copying costs far less than that gains.
 */
final class Words {
  /** Bytes of a window: with what is found in it, it stays in a processor's first-level cache. */
  static final int WINDOW = 1 << 13;

  /** Words of a window. */
  static final int SIZE = WINDOW / Long.BYTES;

  private Words() {}

  /** Returns the words of an array from an offset on. */
  static LongBuffer of(byte[] bytes, int offset) {
    ByteBuffer rest = ByteBuffer.wrap(bytes, offset, bytes.length - offset).slice();
    return rest.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
  }

  /** Returns whether a byte stands an odd number of times in the first words. */
  static boolean isOdd(long[] words, int count, long pattern) {
    long odd = 0;
    for (int i = 0; i < count; i++) {
      odd ^= Swar.different(words[i] ^ pattern);
    }
    return Swar.parity(odd);
  }
}
