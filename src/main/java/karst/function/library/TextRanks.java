package karst.function.library;

import karst.type.ValueOrder;
import karst.vector.StringVector;

/** Sorts texts by their bytes without an object for any. */
final class TextRanks {
  private TextRanks() {}

  /** Returns some rows of distinct texts in the order of their UTF-8 bytes. */
  static int[] sorted(StringVector texts, int[] rows) {
    int size = rows.length;
    int[] from = rows.clone();
    int[] to = new int[size];
    for (int width = 1; width < size && width > 0; width *= 2) {
      for (int start = 0; start < size; start += 2 * width) {
        int middle = Math.min(start + width, size);
        merge(texts, from, start, middle, Math.min(middle + width, size), to);
      }
      int[] merged = to;
      to = from;
      from = merged;
    }
    return from;
  }

  /** Compares two rows. */
  static int compare(StringVector texts, int a, int b) {
    return ValueOrder.compareBytes(
        texts.heap(), texts.start(a), texts.end(a), texts.heap(), texts.start(b), texts.end(b));
  }

  private static void merge(
      StringVector texts, int[] from, int start, int middle, int end, int[] to) {
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean takesLeft =
          right == end || (left < middle && compare(texts, from[left], from[right]) <= 0);
      to[i] = takesLeft ? from[left++] : from[right++];
    }
  }
}
