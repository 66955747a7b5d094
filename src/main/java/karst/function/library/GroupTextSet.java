package karst.function.library;

/** Distinct pairs of a group and a text's code in no order: open addressing over words. */
final class GroupTextSet {
  /** The pairs, plus 1; 0 is free. */
  private long[] words = new long[32];

  private int size;

  /** Makes room for a number of pairs more. */
  void reserve(int pairs) {
    while ((size + pairs) * 2L > words.length && words.length < 1 << 29) {
      words = size == 0 ? new long[words.length * 2] : grown();
    }
  }

  /** Adds a pair; returns whether it is new. */
  boolean add(int group, int text) {
    long word = ((long) group << 32 | text) + 1;
    int mask = words.length - 1;
    int slot = slot(word, mask);
    while (words[slot] != 0) {
      if (words[slot] == word) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    words[slot] = word;
    if (++size * 2 > words.length) {
      words = grown();
    }
    return true;
  }

  /** Hands over all pairs. */
  void forEach(Sink sink) {
    for (long word : words) {
      if (word != 0) {
        sink.take((int) ((word - 1) >>> 32), (int) (word - 1));
      }
    }
  }

  /** Takes pairs. */
  @FunctionalInterface
  interface Sink {
    /** Takes a pair. */
    void take(int group, int text);
  }

  private long[] grown() {
    long[] larger = new long[words.length * 2];
    int mask = larger.length - 1;
    for (long word : words) {
      if (word != 0) {
        int slot = slot(word, mask);
        while (larger[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        larger[slot] = word;
      }
    }
    return larger;
  }

  private static int slot(long word, int mask) {
    long hash = word * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32 ^ hash >>> 17) & mask;
  }

  /** Returns about how many bytes of memory the pairs take. */
  long bytes() {
    return 8L * words.length;
  }
}
