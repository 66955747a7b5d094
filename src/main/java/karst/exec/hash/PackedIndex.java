package karst.exec.hash;

/** A hash table of tuples that fit into a word: open addressing, the words in the table itself. */
final class PackedIndex implements TupleIndex {
  private static final int FEW = 32;

  private final TuplePacking packing;
  private long[] words = new long[0];

  /** The tuples, plus 1; 0 is free. A word has a bit to spare. */
  private long[] keys;

  private int[] groupOf;

  PackedIndex(TuplePacking packing) {
    this(packing, FEW);
  }

  /** Creates an index with room for a number of tuples; more may come. */
  PackedIndex(TuplePacking packing, int room) {
    this.packing = packing;
    int slots = Math.max(2 * FEW, Integer.highestOneBit(Math.max(1, room)) * 4);
    keys = new long[slots];
    groupOf = new int[slots];
  }

  @Override
  public boolean fits(int[] limits) {
    return packing.fits(limits);
  }

  @Override
  public int assign(int[][] codes, int rows, int size, int[] groups) {
    if (words.length < rows) {
      words = new long[rows];
    }
    packing.pack(codes, rows, words);
    return assign(words, 0, rows, size, groups);
  }

  /**
   * Writes the group of each of some words, numbers from {@code size} up for words that are new.
   *
   * @param tuples packed tuples, of which those of the rows begin at a place
   * @return the number of groups then
   */
  int assign(long[] tuples, int from, int rows, int size, int[] groups) {
    int next = size;
    for (int row = 0; row < rows; row++) {
      long key = tuples[from + row] + 1;
      int mask = keys.length - 1;
      int slot = slot(key, mask);
      while (keys[slot] != key && keys[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      if (keys[slot] == 0) {
        keys[slot] = key;
        groupOf[slot] = next;
        groups[row] = next++;
        if (next * 2 > keys.length) {
          grow();
        }
      } else {
        groups[row] = groupOf[slot];
      }
    }
    return next;
  }

  private void grow() {
    long[] larger = new long[keys.length * 2];
    int[] groups = new int[larger.length];
    int mask = larger.length - 1;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        int slot = slot(keys[i], mask);
        while (larger[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        larger[slot] = keys[i];
        groups[slot] = groupOf[i];
      }
    }
    keys = larger;
    groupOf = groups;
  }

  private static int slot(long key, int mask) {
    long hash = key * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32 ^ hash >>> 17) & mask;
  }

  @Override
  public long memory() {
    return 12L * keys.length + 8L * words.length;
  }
}
