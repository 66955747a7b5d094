package karst.vector;

import java.util.Arrays;

/**
 * Sorts texts by their bytes, which compare without sign: stable, and eight bytes of all texts at a
 * time, so that what many texts begin with is looked at only once.
 */
public final class TextSort {
  /** Fewer texts are sorted by comparing. */
  private static final int FEW = 24;

  private static final int DIGIT_BITS = 8;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private final StringVector texts;
  private int[] rows;
  private int[] otherRows;
  private long[] words;
  private long[] otherWords;

  /** Ranges that are equal up to a depth: start, end and depth of each. */
  private int[] open = new int[96];

  private int openSize;

  private TextSort(StringVector texts, int[] rows) {
    this.texts = texts;
    this.rows = rows;
    otherRows = new int[rows.length];
    words = new long[rows.length];
    otherWords = new long[rows.length];
  }

  /**
   * Puts some rows in the order of their texts.
   *
   * @param rows rows of the vector, none of them null
   */
  public static void sort(StringVector texts, int[] rows) {
    TextSort sort = new TextSort(texts, rows.clone());
    sort.push(0, rows.length, 0);
    while (sort.openSize > 0) {
      sort.openSize -= 3;
      sort.sort(
          sort.open[sort.openSize], sort.open[sort.openSize + 1], sort.open[sort.openSize + 2]);
    }
    System.arraycopy(sort.rows, 0, rows, 0, rows.length);
  }

  private void push(int from, int to, int depth) {
    if (to - from < 2) {
      return;
    }
    if (openSize + 3 > open.length) {
      open = Arrays.copyOf(open, open.length * 2);
    }
    open[openSize++] = from;
    open[openSize++] = to;
    open[openSize++] = depth;
  }

  private void sort(int from, int to, int depth) {
    if (to - from <= FEW) {
      insert(from, to, depth);
      return;
    }
    long varying = 0;
    for (int i = from; i < to; i++) {
      words[i] = word(rows[i], depth);
      varying |= words[i] ^ words[from];
    }
    for (int shift = 0; shift < Long.SIZE && varying >>> shift != 0; shift += DIGIT_BITS) {
      if ((varying >>> shift & DIGITS - 1) != 0) {
        distribute(from, to, shift);
      }
    }
    for (int start = from; start < to; ) {
      int end = start + 1;
      while (end < to && words[end] == words[start]) {
        end++;
      }
      push(endedFirst(start, end, depth), end, depth + Long.BYTES);
      start = end;
    }
  }

  /** Puts the texts of a range that end within the word before the others, the shorter first. */
  private int endedFirst(int from, int to, int depth) {
    int shortest = Integer.MAX_VALUE;
    for (int i = from; i < to; i++) {
      shortest = Math.min(shortest, texts.end(rows[i]) - texts.start(rows[i]) - depth);
    }
    if (shortest > Long.BYTES || to - from == 1) {
      return from;
    }
    int next = from;
    for (int length = shortest; length <= Long.BYTES; length++) {
      int kept = next;
      for (int i = next; i < to; i++) {
        int row = rows[i];
        if (texts.end(row) - texts.start(row) - depth == length) {
          // The ones between move up by one, so that they stay in order.
          otherRows[kept++] = row;
        }
      }
      if (kept > next) {
        next = moved(next, to, kept - next, depth + length);
      }
    }
    return next;
  }

  /** Moves the texts of a length to the front of a range; the others stay in order. */
  private int moved(int from, int to, int count, int length) {
    int last = to;
    for (int i = to - 1; i >= from; i--) {
      int row = rows[i];
      if (texts.end(row) - texts.start(row) != length) {
        rows[--last] = row;
      }
    }
    System.arraycopy(otherRows, from, rows, from, count);
    return from + count;
  }

  private void distribute(int from, int to, int shift) {
    int[] places = new int[DIGITS + 1];
    for (int i = from; i < to; i++) {
      places[digit(words[i], shift) + 1]++;
    }
    for (int digit = 1; digit < DIGITS; digit++) {
      places[digit] += places[digit - 1];
    }
    for (int i = from; i < to; i++) {
      int place = from + places[digit(words[i], shift)]++;
      otherWords[place] = words[i];
      otherRows[place] = rows[i];
    }
    System.arraycopy(otherWords, from, words, from, to - from);
    System.arraycopy(otherRows, from, rows, from, to - from);
  }

  private static int digit(long word, int shift) {
    return (int) (word >>> shift) & DIGITS - 1;
  }

  /** Returns eight bytes of a text as a big-endian word, zeros behind its end. */
  private long word(int row, int depth) {
    byte[] heap = texts.heap();
    int at = texts.start(row) + depth;
    int left = texts.end(row) - at;
    if (left >= Long.BYTES) {
      return Long.reverseBytes(Bytes.longAt(heap, at));
    }
    long word = 0;
    for (int i = 0; i < left; i++) {
      word |= (heap[at + i] & 0xFFL) << (Long.SIZE - Byte.SIZE - Byte.SIZE * i);
    }
    return word;
  }

  private void insert(int from, int to, int depth) {
    for (int i = from + 1; i < to; i++) {
      int row = rows[i];
      int place = i;
      while (place > from && compare(rows[place - 1], row, depth) > 0) {
        rows[place] = rows[place - 1];
        place--;
      }
      rows[place] = row;
    }
  }

  private int compare(int a, int b, int depth) {
    byte[] heap = texts.heap();
    return Arrays.compareUnsigned(
        heap, texts.start(a) + depth, texts.end(a), heap, texts.start(b) + depth, texts.end(b));
  }
}
