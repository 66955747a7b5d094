package karst.table.parquet;

import java.io.IOException;
import karst.vector.ListVector;
import karst.vector.Vector;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;

/**
 * Where the values of a chunk belong: the levels and the values of each row.
 *
 * @param vector the rows
 * @param definition the definition level of a value
 */
record ChunkLevels(Vector vector, int definition) {
  private static final int FIRST_SLAB = 64;

  /** Returns the number of levels of some rows: one for a null, one for each value. */
  int count(int from, int to) {
    if (!(vector instanceof ListVector list)) {
      return to - from;
    }
    int count = 0;
    for (int row = from; row < to; row++) {
      count += Math.max(1, values(list, row));
    }
    return count;
  }

  /** Returns the number of values of some rows. */
  int values(int from, int to) {
    if (vector instanceof ListVector list) {
      return list.offsets()[to] - list.offsets()[from];
    }
    int count = 0;
    for (int row = from; row < to; row++) {
      count += vector.isNull(row) ? 0 : 1;
    }
    return count;
  }

  private static int values(ListVector list, int row) {
    return list.offsets()[row + 1] - list.offsets()[row];
  }

  /** Returns which level begins a row, encoded. */
  byte[] repetitions(int from, int to) throws IOException {
    ListVector list = (ListVector) vector;
    try (RunLengthBitPackingHybridEncoder encoder = encoder(1)) {
      for (int row = from; row < to; row++) {
        encoder.writeInt(0);
        for (int i = 1; i < values(list, row); i++) {
          encoder.writeInt(1);
        }
      }
      return encoder.toBytes().toByteArray();
    }
  }

  /** Returns which level has a value, encoded. */
  byte[] definitions(int from, int to) throws IOException {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(definition);
    try (RunLengthBitPackingHybridEncoder encoder = encoder(bits)) {
      for (int row = from; row < to; row++) {
        encoder.writeInt(vector.isNull(row) ? 0 : definition);
        for (int i = 1; vector instanceof ListVector list && i < values(list, row); i++) {
          encoder.writeInt(definition);
        }
      }
      return encoder.toBytes().toByteArray();
    }
  }

  /** Returns an encoder of numbers of so many bits. */
  static RunLengthBitPackingHybridEncoder encoder(int bits) {
    return new RunLengthBitPackingHybridEncoder(
        bits, FIRST_SLAB, 1 << 20, HeapByteBufferAllocator.getInstance());
  }
}
