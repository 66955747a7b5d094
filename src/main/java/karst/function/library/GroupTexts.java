package karst.function.library;

import java.util.Arrays;

/** Distinct pairs of a group and a text's code, numbered in order of first appearance. */
final class GroupTexts {
  private int[] groups = new int[8];
  private int[] texts = new int[8];
  private int[] table = new int[32];
  private int size;

  /** Returns the number of pairs so far. */
  int size() {
    return size;
  }

  /** Returns the group of a pair. */
  int group(int pair) {
    return groups[pair];
  }

  /** Returns the text's code of a pair. */
  int text(int pair) {
    return texts[pair];
  }

  /** Returns the number of a pair; that of a new pair is the size before. */
  int pair(int group, int text) {
    int mask = table.length - 1;
    int slot = hash(group, text) & mask;
    while (table[slot] != 0) {
      int pair = table[slot] - 1;
      if (groups[pair] == group && texts[pair] == text) {
        return pair;
      }
      slot = (slot + 1) & mask;
    }
    table[slot] = size + 1;
    if (size == groups.length) {
      groups = Arrays.copyOf(groups, size * 2);
      texts = Arrays.copyOf(texts, size * 2);
    }
    groups[size] = group;
    texts[size] = text;
    size++;
    if (size * 2 > table.length) {
      rehash();
    }
    return size - 1;
  }

  /** Returns about how many bytes of memory the pairs take. */
  long bytes() {
    return 8L * groups.length + 4L * table.length;
  }

  private void rehash() {
    int[] larger = new int[table.length * 2];
    int mask = larger.length - 1;
    for (int pair = 0; pair < size; pair++) {
      int slot = hash(groups[pair], texts[pair]) & mask;
      while (larger[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      larger[slot] = pair + 1;
    }
    table = larger;
  }

  private static int hash(int group, int text) {
    long hash = ((long) group << 32 | text) * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32);
  }
}
