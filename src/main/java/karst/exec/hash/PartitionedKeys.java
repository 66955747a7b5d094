package karst.exec.hash;

import java.util.List;
import karst.vector.Selection;
import karst.vector.Vector;

/**
 * The keys of rows that are all in memory, in one or more parts one behind the other, dealt to
 * partitions by hash: rows of one key are in one partition, whose hash table is small enough to
 * stay near the processor.
 *
 * <p>Each part is encoded and dealt, and each partition grouped, by any one thread; between the
 * three, {@link #unify} is called.
 */
public final class PartitionedKeys {
  /** So many rows make a partition that a table of them stays near the processor. */
  private static final int ROWS_A_PARTITION = 1 << 14;

  /** More streams of writes than these slow each other down. */
  private static final int MOST_BITS = 10;

  private final Part[] parts;
  private final int width;
  private final int bits;
  private TuplePacking packing;

  /** The rows of a part. */
  private static final class Part {
    private final int rows;
    private final KeyColumn[] columns;
    private int[][] codes;
    private long[] words = new long[0];

    /** The rows' numbers, those of the first partition first. */
    private int[] order = new int[0];

    /** Where each partition starts, and the end of the last. */
    private int[] starts = new int[0];

    Part(int rows, int width) {
      this.rows = rows;
      columns = new KeyColumn[width];
      codes = new int[width][rows];
      for (int i = 0; i < width; i++) {
        columns[i] = new KeyColumn();
      }
    }
  }

  /**
   * Creates what is still to be encoded.
   *
   * @param width the number of key columns, at least one
   * @param rows the number of rows of each part
   */
  public PartitionedKeys(int width, List<Integer> rows) {
    this.width = width;
    parts = rows.stream().map(size -> new Part(size, width)).toArray(Part[]::new);
    long all = rows.stream().mapToLong(Integer::longValue).sum();
    int wanted = Long.SIZE - Long.numberOfLeadingZeros(all / ROWS_A_PARTITION);
    bits = Math.min(MOST_BITS, Math.max(1, wanted));
    packing = TuplePacking.of(new int[width]);
  }

  /** Returns the number of partitions. */
  public int count() {
    return 1 << bits;
  }

  /** Returns about how many bytes of memory a row takes at most. */
  public int bytesOfRow() {
    return Integer.BYTES * (width + 1) + Long.BYTES;
  }

  /** Gives the keys of a part codes. */
  public void encode(int part, List<Vector> keys) {
    Part own = parts[part];
    for (int i = 0; i < width; i++) {
      own.columns[i].encode(keys.get(i), own.rows, own.codes[i]);
    }
  }

  /** Makes the codes of all parts mean the same; returns whether their tuples fit into words. */
  public boolean unify() {
    int[] limits = new int[width];
    for (int i = 0; i < width; i++) {
      KeyColumn all = parts[0].columns[i];
      for (int part = 1; part < parts.length; part++) {
        all.adopt(parts[part].columns[i], parts[part].codes[i], parts[part].rows);
      }
      limits[i] = all.limit();
    }
    packing = TuplePacking.of(limits);
    return packing.bits() < Long.SIZE;
  }

  /** Deals the rows of a part to partitions; its codes are no longer kept. */
  public void deal(int part) {
    Part own = parts[part];
    long[] packed = new long[own.rows];
    packing.pack(own.codes, own.rows, packed);
    own.codes = new int[0][];
    int[] next = new int[count() + 1];
    for (long word : packed) {
      next[partition(word) + 1]++;
    }
    for (int i = 1; i < next.length; i++) {
      next[i] += next[i - 1];
    }
    own.starts = next.clone();
    own.words = new long[own.rows];
    own.order = new int[own.rows];
    for (int row = 0; row < packed.length; row++) {
      int place = next[partition(packed[row])]++;
      own.words[place] = packed[row];
      own.order[place] = row;
    }
  }

  private int partition(long word) {
    return (int) (word * 0x9E3779B97F4A7C15L >>> (Long.SIZE - bits));
  }

  /** Returns the rows of a part that are in a partition, in ascending order. */
  public Selection rows(int part, int partition) {
    Part own = parts[part];
    int from = own.starts[partition];
    return Selection.of(own.order, own.rows).slice(from, own.starts[partition + 1] - from);
  }

  /** Returns the groups of a partition, of which none is known yet. */
  public PartitionGroups open(int partition) {
    return new PartitionGroups(this, partition);
  }

  /** Returns a table for the words of a partition. */
  PackedIndex index(int partition) {
    int rows = 0;
    for (Part part : parts) {
      rows += part.starts[partition + 1] - part.starts[partition];
    }
    return new PackedIndex(packing, rows / 2);
  }

  /** Returns the packed keys of a part's rows, those of partition 0 first. */
  long[] words(int part) {
    return parts[part].words;
  }

  /** Returns where the rows of a part begin among all rows. */
  long start(int part) {
    long start = 0;
    for (int before = 0; before < part; before++) {
      start += parts[before].rows;
    }
    return start;
  }

  /** Returns where a partition begins among a part's {@link #words}. */
  int place(int part, int partition) {
    return parts[part].starts[partition];
  }

  /** Returns the number of all rows. */
  long size() {
    return start(parts.length);
  }

  /**
   * Returns the values of a key column.
   *
   * @param words packed keys
   */
  public Vector values(int column, long[] words) {
    return parts[0].columns[column].values(packing.unpack(words, column), words.length);
  }

  /**
   * Returns the groups of all partitions in the order of their first rows.
   *
   * @param partitions the groups of each partition, all of them
   */
  public GroupOrder order(List<PartitionGroups> partitions) {
    return GroupOrder.of(this, partitions);
  }
}
