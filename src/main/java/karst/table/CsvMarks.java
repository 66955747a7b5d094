package karst.table;

import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Where quotes, commas and line feeds are in a stretch of bytes: a bit for each byte, 64 of them to
 * a block. The stretch is marked a window at a time, in loops that become vector instructions.
 */
final class CsvMarks {
  /** Bytes of a block: as many as a word has bits. */
  static final int BLOCK = Long.SIZE;

  private static final int WORDS_A_BLOCK = BLOCK / Long.BYTES;

  private static final long HIGH_BITS = Swar.repeat(0x80);
  private static final long COMMAS = Swar.repeat(',');
  private static final long QUOTES = Swar.repeat('"');
  private static final long LINE_FEEDS = Swar.repeat('\n');

  /** Multiplied by this, the lowest bits of eight bytes come together in the highest byte. */
  private static final long GATHER = 0x0102040810204080L;

  private static final int HIGHEST_BYTE = Long.SIZE - Byte.SIZE;
  private static final int HALF = Integer.SIZE;
  private static final long LOWER_HALF = -1L >>> HALF;

  private final long[] words = new long[Words.SIZE];
  private final long[] marks = new long[Words.SIZE];
  private final long[] delimiters = new long[Words.SIZE / WORDS_A_BLOCK];
  private final long[] lineFeeds = new long[Words.SIZE / WORDS_A_BLOCK];
  private final long[] quoted = new long[Words.SIZE / WORDS_A_BLOCK];
  private final long[] quotes = new long[Words.SIZE / WORDS_A_BLOCK];

  /** The or of all words at the same place of a window, since {@link #forgetAscii}. */
  private final long[] seen = new long[Words.SIZE];

  private LongBuffer source = LongBuffer.allocate(0);
  private int start;
  private int end;

  /** Goes to an array; nothing of it is marked. */
  void start(byte[] bytes) {
    source = Words.of(bytes, 0);
    end = 0;
    start = 0;
  }

  /**
   * Makes sure that a block is marked.
   *
   * @param at where it starts, a multiple of {@link #BLOCK}
   * @param expected about how many bytes are wanted from there on
   * @return the block's number in the window
   */
  int block(int at, int expected) {
    if (at < start || at >= end) {
      mark(at, expected);
    }
    return (at - start) / BLOCK;
  }

  /** Returns the commas and line feeds of a block, inside quotes or not. */
  long delimiters(int block) {
    return delimiters[block];
  }

  /** Returns the line feeds of a block, inside quotes or not. */
  long lineFeeds(int block) {
    return lineFeeds[block];
  }

  /** Returns the quotes of a block. */
  long quotes(int block) {
    return quotes[block];
  }

  /**
   * Returns the bytes of a block that are inside quotes if its start is outside, an opening quote
   * with them; the others are if its start is inside.
   */
  long quoted(int block) {
    return quoted[block];
  }

  private void mark(int at, int expected) {
    int blocks = Math.min(expected, Words.WINDOW - BLOCK) / BLOCK + 1;
    int size = blocks * WORDS_A_BLOCK;
    int first = at / Long.BYTES;
    int there = Math.min(size, source.limit() - first);
    source.get(first, words, 0, there);
    Arrays.fill(words, there, size, 0);
    markDelimiters(words, marks, size);
    markQuotes(words, marks, size);
    gather(blocks);
    tellApart(quotes, delimiters, lineFeeds, blocks);
    quote(quotes, quoted, blocks);
    remember(words, seen, size);
    start = at;
    end = at + blocks * BLOCK;
  }

  /** Puts a bit for each comma and line feed of a word into the lowest byte of its mark. */
  private static void markDelimiters(long[] words, long[] marks, int size) {
    for (int i = 0; i < size; i++) {
      long found = ~(Swar.different(words[i] ^ COMMAS) & Swar.different(words[i] ^ LINE_FEEDS));
      marks[i] = (((found & HIGH_BITS) >>> 7) * GATHER) >>> HIGHEST_BYTE;
    }
  }

  /** Adds a bit for each quote and line feed of a word to the upper half of its mark. */
  private static void markQuotes(long[] words, long[] marks, int size) {
    for (int i = 0; i < size; i++) {
      long found = ~(Swar.different(words[i] ^ QUOTES) & Swar.different(words[i] ^ LINE_FEEDS));
      marks[i] |= ((((found & HIGH_BITS) >>> 7) * GATHER) >>> HIGHEST_BYTE) << HALF;
    }
  }

  private static void remember(long[] words, long[] seen, int size) {
    for (int i = 0; i < size; i++) {
      seen[i] |= words[i];
    }
  }

  private void gather(int blocks) {
    for (int block = 0; block < blocks; block++) {
      int i = block * WORDS_A_BLOCK;
      long low = marks[i] | marks[i + 1] << 8 | marks[i + 2] << 16 | marks[i + 3] << 24;
      long high = marks[i + 4] | marks[i + 5] << 8 | marks[i + 6] << 16 | marks[i + 7] << 24;
      delimiters[block] = low & LOWER_HALF | high << HALF;
      quotes[block] = low >>> HALF | high & ~LOWER_HALF;
    }
  }

  /** What is marked as a quote and as a delimiter is a line feed. */
  private static void tellApart(long[] quotes, long[] delimiters, long[] lineFeeds, int blocks) {
    for (int i = 0; i < blocks; i++) {
      lineFeeds[i] = quotes[i] & delimiters[i];
      quotes[i] &= ~delimiters[i];
    }
  }

  /** Sets the bits from each quote of an odd number up to the next one. */
  private static void quote(long[] quotes, long[] quoted, int blocks) {
    for (int i = 0; i < blocks; i++) {
      long inside = quotes[i];
      inside ^= inside << 1;
      inside ^= inside << 2;
      inside ^= inside << 4;
      inside ^= inside << 8;
      inside ^= inside << 16;
      quoted[i] = inside ^ inside << 32;
    }
  }

  /** Forgets whether there was anything but ASCII, except in the window that is marked now. */
  void forgetAscii() {
    int size = (end - start) / Long.BYTES;
    System.arraycopy(words, 0, seen, 0, size);
    Arrays.fill(seen, size, seen.length, 0);
  }

  /** Returns whether all bytes were ASCII in all windows since the last one was forgotten. */
  boolean isAscii() {
    long all = 0;
    for (int i = 0; i < seen.length; i++) {
      all |= seen[i];
    }
    return !Swar.hasHighBit(all);
  }
}
