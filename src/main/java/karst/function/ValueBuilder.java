package karst.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.vector.BooleanVector;
import karst.vector.DictionaryVector;
import karst.vector.DoubleVector;
import karst.vector.MixedVector;
import karst.vector.NullVector;
import karst.vector.StringVector;
import karst.vector.Validity;
import karst.vector.Vector;

/**
 * Appends single values of any kind row by row, and builds the simplest vector that holds them:
 * numbers, texts or truth values alone, or a mixed one.
 */
public final class ValueBuilder {
  private static final byte NULL = 0;
  private static final byte NUMBER = 1;
  private static final byte TEXT = 2;
  private static final byte TRUTH = 3;

  private byte[] kinds;
  private double[] numbers;
  private final StringVector.Builder texts;
  private final int[] counts = new int[4];
  private int size;

  /** Creates a builder with room for a number of rows; more may come. */
  public ValueBuilder(int rows) {
    int room = Math.max(rows, 8);
    kinds = new byte[room];
    numbers = new double[room];
    texts = new StringVector.Builder(room);
  }

  /** Returns the number of rows so far. */
  public int size() {
    return size;
  }

  /** Appends no value. */
  public void appendNull() {
    texts.appendNull();
    next(NULL, 0);
  }

  /** Appends a number. */
  public void append(double number) {
    texts.appendNull();
    next(NUMBER, number);
  }

  /** Appends a text. */
  public void append(String text) {
    texts.append(text);
    next(TEXT, 0);
  }

  /** Appends a truth value. */
  public void append(boolean truth) {
    texts.appendNull();
    next(TRUTH, truth ? 1 : 0);
  }

  /** Appends a row of a vector, which is not a list there. */
  public void append(Vector from, int row) {
    switch (from.kindAt(row)) {
      case NULL -> appendNull();
      case NUMBER -> append(from.numberAt(row));
      case BOOLEAN -> append(from.booleanAt(row));
      case TEXT -> {
        if (from instanceof StringVector strings) {
          texts.append(strings, row);
        } else if (from instanceof DictionaryVector coded) {
          texts.append(coded.dictionary().values(), coded.codes()[row]);
        } else {
          texts.append(from.textAt(row));
        }
        next(TEXT, 0);
      }
      case LIST -> throw new IllegalArgumentException("a list in row " + row);
    }
  }

  /** Returns the rows so far; the builder must not be used afterwards. */
  public Vector build() {
    if (counts[NULL] == size) {
      return new NullVector(size);
    }
    if (counts[NULL] + counts[NUMBER] == size) {
      return numbers();
    }
    if (counts[NULL] + counts[TEXT] == size) {
      return texts.build();
    }
    if (counts[NULL] + counts[TRUTH] == size) {
      return truths();
    }
    return mixed();
  }

  private Vector mixed() {
    int[] positions = new int[size];
    for (int row = 0; row < size; row++) {
      positions[row] = row;
    }
    List<Vector> parts = new ArrayList<>();
    parts.add(new NullVector(size));
    parts.add(numbers());
    parts.add(texts.build());
    parts.add(truths());
    return new MixedVector(Arrays.copyOf(kinds, size), positions, parts);
  }

  private DoubleVector numbers() {
    return new DoubleVector(numbers, rowsOf(NUMBER), size);
  }

  private BooleanVector truths() {
    long[] bits = Validity.none(size);
    for (int row = 0; row < size; row++) {
      if (kinds[row] == TRUTH && numbers[row] != 0) {
        Validity.set(bits, row);
      }
    }
    return new BooleanVector(bits, rowsOf(TRUTH), size);
  }

  private long[] rowsOf(byte kind) {
    long[] rows = Validity.none(size);
    for (int row = 0; row < size; row++) {
      if (kinds[row] == kind) {
        Validity.set(rows, row);
      }
    }
    return rows;
  }

  private void next(byte kind, double number) {
    if (size == kinds.length) {
      kinds = Arrays.copyOf(kinds, size * 2);
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    kinds[size] = kind;
    numbers[size] = number;
    counts[kind]++;
    size++;
  }
}
