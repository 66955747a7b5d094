package karst.table.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.ListVector;
import karst.vector.Vector;

/** The values of a field in a segment: the rows that have one, in ascending order, and codes. */
final class FieldValues {
  private final Dictionary dictionary;
  private int[] rows = new int[4];
  private int[] codes = new int[4];
  private int size;

  FieldValues(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** Adds a value of a row that is not before the last one. */
  void add(int row, String value) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
      codes = Arrays.copyOf(codes, size * 2);
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    rows[size] = row;
    codes[size++] = dictionary.intern(bytes, 0, bytes.length);
  }

  /** Frees what is not used. */
  void trim() {
    rows = Arrays.copyOf(rows, size);
    codes = Arrays.copyOf(codes, size);
  }

  /** Returns the field as a column, of several values of a row the first. */
  Vector single(int count) {
    int[] column = new int[count];
    Arrays.fill(column, DictionaryVector.NULL);
    for (int i = size - 1; i >= 0; i--) {
      column[rows[i]] = codes[i];
    }
    return new DictionaryVector(column, dictionary, count);
  }

  /** Returns the field as a column with all values of each row. */
  Vector lists(int count) {
    int[] offsets = new int[count + 1];
    for (int i = 0; i < size; i++) {
      offsets[rows[i] + 1]++;
    }
    for (int row = 0; row < count; row++) {
      offsets[row + 1] += offsets[row];
    }
    return new ListVector(offsets, new DictionaryVector(codes, dictionary, size), count);
  }

  /** Calls back for each row that has the field, once. */
  void forEachRow(IntConsumer action) {
    for (int i = 0; i < size; i++) {
      if (i == 0 || rows[i] != rows[i - 1]) {
        action.accept(rows[i]);
      }
    }
  }

  /** Returns about how many bytes of memory the codes take. */
  long bytes() {
    return 8L * rows.length + 64;
  }
}
