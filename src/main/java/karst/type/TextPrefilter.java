package karst.type;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/** Tells which of many texts, one after the other in an array, hold one of a few literals. */
final class TextPrefilter {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long CASE_BITS = 0x2020202020202020L;

  /** Bytes of command lines and messages from the most to the least frequent. */
  private static final String FREQUENT = "eaosirtnlcdm\\p-wu0.hgf:1x/v2by3";

  private final byte[][] literals;
  private final boolean ignoresCase;

  /** Creates a filter; where case is ignored, literals are ASCII in lower case. */
  TextPrefilter(List<String> literals, boolean ignoresCase) {
    this.literals =
        literals.stream()
            .map(literal -> literal.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    this.ignoresCase = ignoresCase;
  }

  /**
   * Returns the texts that hold a literal.
   *
   * @param offsets text {@code i} is {@code bytes[offsets[i] .. offsets[i + 1])}
   * @param size the number of texts
   */
  BitSet candidates(byte[] bytes, int[] offsets, int size) {
    BitSet found = new BitSet(size);
    for (byte[] literal : literals) {
      mark(bytes, offsets, size, literal, found);
    }
    return found;
  }

  private void mark(byte[] bytes, int[] offsets, int size, byte[] literal, BitSet found) {
    int rare = rarePair(literal);
    long first = (literal[rare] & 0xFF) * ONES;
    long second = (literal[Math.min(rare + 1, literal.length - 1)] & 0xFF) * ONES;
    int step = literal.length == 1 ? 0 : 1;
    int end = offsets[size];
    int text = 0;
    int at = offsets[0];
    for (; at + step + Long.BYTES <= end; at += Long.BYTES) {
      long left = (long) EIGHT.get(bytes, at) ^ first;
      long right = (long) EIGHT.get(bytes, at + step) ^ second;
      long different = (left | right) & ~CASE_BITS;
      if (((different - ONES) & ~different & HIGH_BITS) != 0) {
        text = mark(bytes, offsets, literal, rare, at, at + Long.BYTES, text, found);
      }
    }
    mark(bytes, offsets, literal, rare, at, end, text, found);
  }

  /** Looks closely at some places where the pair may stand; returns the text of the last. */
  private int mark(
      byte[] bytes,
      int[] offsets,
      byte[] literal,
      int rare,
      int from,
      int to,
      int firstText,
      BitSet found) {
    int text = firstText;
    for (int at = from; at < to; at++) {
      while (offsets[text + 1] <= at) {
        text++;
      }
      int start = at - rare;
      boolean inside = start >= offsets[text] && start + literal.length <= offsets[text + 1];
      if (inside && Utf8Search.equalsAt(bytes, start, literal, ignoresCase)) {
        found.set(text);
      }
    }
    return text;
  }

  private static int rarePair(byte[] literal) {
    int best = 0;
    for (int i = 1; i + 1 < literal.length; i++) {
      best = rarity(literal, i) > rarity(literal, best) ? i : best;
    }
    return best;
  }

  private static int rarity(byte[] literal, int at) {
    int sum = 0;
    for (int i = at; i < Math.min(at + 2, literal.length); i++) {
      int rank = FREQUENT.indexOf(literal[i]);
      sum += rank < 0 ? FREQUENT.length() : rank;
    }
    return sum;
  }
}
