package karst.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Appends rows of any kind and builds the plainest vector that holds them: one of a single kind
 * where that is enough, mixed otherwise.
 */
public final class VectorBuilder {
  private static final byte NUMBERS = 0;
  private static final byte TEXTS = 1;
  private static final byte BOOLEANS = 2;
  private static final byte LISTS = 3;
  private static final byte NULLS = 4;

  private byte[] tags;
  private int[] positions;
  private int size;
  private double[] numbers = new double[0];
  private int numberCount;
  private StringVector.Builder texts = new StringVector.Builder(0);
  private long[] booleans = new long[0];
  private int booleanCount;
  private int[] listOffsets = new int[1];
  private int listCount;
  private VectorBuilder listElements = this;
  private boolean nulls;

  /** Creates a builder with room for a number of rows; more may come. */
  public VectorBuilder(int rows) {
    tags = new byte[Math.max(rows, 8)];
    positions = new int[tags.length];
  }

  /** Returns the number of rows so far. */
  public int size() {
    return size;
  }

  /** Returns about how many bytes the builder holds. */
  public long memory() {
    return 5L * tags.length
        + 8L * numbers.length
        + texts.memory()
        + 8L * booleans.length
        + 4L * listOffsets.length
        + (listElements == this ? 0 : listElements.memory());
  }

  /** Appends a null. */
  public void appendNull() {
    nulls = true;
    next(NULLS, 0);
  }

  /** Appends a number. */
  public void append(double number) {
    if (numberCount == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(8, numberCount * 2));
    }
    numbers[numberCount] = number;
    next(NUMBERS, numberCount++);
  }

  /** Appends a text. */
  public void append(String text) {
    texts.append(text);
    next(TEXTS, texts.size() - 1);
  }

  /** Appends the text of a range of UTF-8 bytes. */
  public void append(byte[] bytes, int start, int length) {
    texts.append(bytes, start, length);
    next(TEXTS, texts.size() - 1);
  }

  /** Appends a truth value. */
  public void append(boolean value) {
    if (booleanCount >>> 6 == booleans.length) {
      booleans = Arrays.copyOf(booleans, Math.max(2, booleans.length * 2));
    }
    if (value) {
      Validity.set(booleans, booleanCount);
    }
    next(BOOLEANS, booleanCount++);
  }

  /** Appends some rows of a vector as one list; none is null, one is that value. */
  public void appendList(Vector elements, int from, int to) {
    if (to - from == 0) {
      appendNull();
    } else if (to - from == 1) {
      append(elements, from);
    } else {
      if (listElements == this) {
        listElements = new VectorBuilder(to - from);
      }
      for (int i = from; i < to; i++) {
        listElements.append(elements, i);
      }
      if (listCount + 1 == listOffsets.length) {
        listOffsets = Arrays.copyOf(listOffsets, Math.max(9, listOffsets.length * 2));
      }
      listOffsets[listCount + 1] = listElements.size();
      next(LISTS, listCount++);
    }
  }

  /** Appends a value of Java: null, a number, a collection as a list, and all else as its text. */
  public void appendValue(@Nullable Object value) {
    if (value == null) {
      appendNull();
    } else if (value instanceof Number number) {
      append(number.doubleValue());
    } else if (value instanceof Collection<?> values) {
      VectorBuilder list = new VectorBuilder(values.size());
      values.forEach(list::appendValue);
      appendList(list.build(), 0, values.size());
    } else {
      append(value.toString());
    }
  }

  /** Appends a row of a vector. */
  public void append(Vector vector, int row) {
    if (vector instanceof StringVector strings && !strings.isNull(row)) {
      append(strings.heap(), strings.start(row), strings.end(row) - strings.start(row));
      return;
    }
    if (vector instanceof DictionaryVector coded && !coded.isNull(row)) {
      append(coded.dictionary().values(), coded.codes()[row]);
      return;
    }
    if (vector instanceof ConstantVector constant) {
      append(constant.value(), 0);
      return;
    }
    switch (vector.kindAt(row)) {
      case NULL -> appendNull();
      case NUMBER -> append(vector.numberAt(row));
      case TEXT -> append(vector.textAt(row));
      case BOOLEAN -> append(vector.booleanAt(row));
      case LIST -> {
        Vector list = vector.listAt(row);
        appendList(list, 0, list.size());
      }
    }
  }

  /** Appends the rows of a vector. */
  public void appendAll(Vector vector) {
    for (int row = 0; row < vector.size(); row++) {
      append(vector, row);
    }
  }

  private void next(byte tag, int position) {
    if (size == tags.length) {
      tags = Arrays.copyOf(tags, size * 2);
      positions = Arrays.copyOf(positions, size * 2);
    }
    tags[size] = tag;
    positions[size++] = position;
  }

  /** Returns the rows so far; the builder must not be used afterwards. */
  public Vector build() {
    int kinds =
        (numberCount > 0 ? 1 : 0)
            + (texts.size() > 0 ? 1 : 0)
            + (booleanCount > 0 ? 1 : 0)
            + (listCount > 0 ? 1 : 0);
    if (kinds == 0) {
      return new NullVector(size);
    }
    if (kinds > 1) {
      return mixed();
    }
    if (numberCount > 0) {
      return buildNumbers();
    }
    if (texts.size() > 0) {
      return buildTexts();
    }
    if (booleanCount > 0) {
      return buildBooleans();
    }
    return buildLists();
  }

  private long[] validity() {
    long[] validity = Validity.none(size);
    for (int i = 0; i < size; i++) {
      if (tags[i] != NULLS) {
        Validity.set(validity, i);
      }
    }
    return validity;
  }

  private Vector buildNumbers() {
    if (!nulls) {
      return new DoubleVector(numbers, null, size);
    }
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = tags[i] == NULLS ? 0 : numbers[positions[i]];
    }
    return new DoubleVector(values, validity(), size);
  }

  private Vector buildTexts() {
    StringVector packed = texts.build();
    if (!nulls) {
      return packed;
    }
    int[] offsets = new int[size + 1];
    for (int i = 0; i < size; i++) {
      offsets[i + 1] = tags[i] == NULLS ? offsets[i] : packed.end(positions[i]);
    }
    return new StringVector(packed.heap(), offsets, validity(), size);
  }

  private Vector buildBooleans() {
    if (!nulls) {
      return new BooleanVector(booleans, null, size);
    }
    long[] bits = Validity.none(size);
    for (int i = 0; i < size; i++) {
      if (tags[i] != NULLS && Validity.isSet(booleans, positions[i])) {
        Validity.set(bits, i);
      }
    }
    return new BooleanVector(bits, validity(), size);
  }

  private Vector buildLists() {
    int[] offsets = new int[size + 1];
    for (int i = 0; i < size; i++) {
      offsets[i + 1] = tags[i] == NULLS ? offsets[i] : listOffsets[positions[i] + 1];
    }
    return new ListVector(offsets, listElements.build(), size);
  }

  private Vector mixed() {
    List<Vector> parts = new ArrayList<>();
    byte[] partOf = new byte[NULLS + 1];
    if (numberCount > 0) {
      partOf[NUMBERS] = (byte) parts.size();
      parts.add(new DoubleVector(numbers, null, numberCount));
    }
    if (texts.size() > 0) {
      partOf[TEXTS] = (byte) parts.size();
      parts.add(texts.build());
    }
    if (booleanCount > 0) {
      partOf[BOOLEANS] = (byte) parts.size();
      parts.add(new BooleanVector(booleans, null, booleanCount));
    }
    if (listCount > 0) {
      partOf[LISTS] = (byte) parts.size();
      parts.add(new ListVector(listOffsets, listElements.build(), listCount));
    }
    if (nulls) {
      partOf[NULLS] = (byte) parts.size();
      parts.add(new NullVector(1));
    }
    byte[] partTags = new byte[size];
    for (int i = 0; i < size; i++) {
      partTags[i] = partOf[tags[i]];
    }
    return new MixedVector(partTags, Arrays.copyOf(positions, size), parts);
  }
}
