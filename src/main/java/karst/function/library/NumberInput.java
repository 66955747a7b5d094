package karst.function.library;

import karst.type.Numbers;
import karst.vector.ConstantVector;
import karst.vector.DictionaryVector;
import karst.vector.DoubleVector;
import karst.vector.LongVector;
import karst.vector.StringVector;
import karst.vector.Vector;

/**
 * An argument as numbers in an array, whatever its vector, so that accumulators are plain loops
 * over arrays. Text that is no number, and {@code nan}, is left out (spl-semantics §4.1).
 */
final class NumberInput {
  private static final int SKIPPED = -1;

  private final DictionaryNumbers dictionary = new DictionaryNumbers();
  private double[] buffer = new double[0];
  private int[] groupBuffer = new int[0];
  private double[] values = buffer;
  private int[] groups = groupBuffer;
  private int size;

  /** Reads values; what was read before is gone. */
  void read(FlatArgument argument) {
    size = argument.size();
    Vector vector = argument.vector();
    if (vector instanceof DoubleVector numbers
        && numbers.validity() == null
        && allNumbers(numbers)) {
      values = numbers.values();
      groups = argument.groups();
      return;
    }
    reserve();
    int[] from = argument.groups();
    if (vector instanceof DoubleVector numbers) {
      for (int i = 0; i < size; i++) {
        put(i, from[i], numbers.isNull(i), numbers.values()[i]);
      }
    } else if (vector instanceof LongVector numbers) {
      for (int i = 0; i < size; i++) {
        put(i, from[i], numbers.isNull(i), numbers.values()[i]);
      }
    } else if (vector instanceof DictionaryVector coded) {
      dictionary.use(coded.dictionary());
      int[] codes = coded.codes();
      for (int i = 0; i < size; i++) {
        boolean absent = codes[i] < 0 || from[i] < 0;
        put(i, from[i], absent, absent ? 0 : dictionary.number(codes[i]));
      }
    } else if (vector instanceof StringVector texts) {
      for (int i = 0; i < size; i++) {
        boolean absent = texts.isNull(i) || from[i] < 0;
        put(i, from[i], absent, absent ? 0 : parse(texts, i));
      }
    } else if (vector instanceof ConstantVector constant) {
      boolean absent = constant.isNull(0);
      double number = absent ? 0 : numberAt(constant, 0);
      for (int i = 0; i < size; i++) {
        put(i, from[i], absent, number);
      }
    } else {
      for (int i = 0; i < size; i++) {
        boolean absent = vector.isNull(i) || from[i] < 0;
        put(i, from[i], absent, absent ? 0 : numberAt(vector, i));
      }
    }
  }

  /** Returns the numbers. */
  double[] values() {
    return values;
  }

  /**
   * Returns the group of each number: -1 where there is no value, {@code -2 - group} where a value
   * of the group is no number.
   */
  int[] groups() {
    return groups;
  }

  /** Returns how many numbers there are, those without a group included. */
  int size() {
    return size;
  }

  /** Returns about how many bytes of memory the buffers take. */
  long bytes() {
    return 8L * buffer.length + 4L * groupBuffer.length + dictionary.bytes();
  }

  private void reserve() {
    if (buffer.length < size) {
      buffer = new double[size];
      groupBuffer = new int[size];
    }
    values = buffer;
    groups = groupBuffer;
  }

  private void put(int entry, int group, boolean absent, double number) {
    values[entry] = number;
    if (absent || group < 0) {
      groups[entry] = SKIPPED;
    } else {
      groups[entry] = Double.isNaN(number) ? -2 - group : group;
    }
  }

  private boolean allNumbers(DoubleVector numbers) {
    double[] array = numbers.values();
    for (int i = 0; i < size; i++) {
      if (Double.isNaN(array[i])) {
        return false;
      }
    }
    return true;
  }

  private static double parse(StringVector texts, int row) {
    return Numbers.parseOrNaN(texts.heap(), texts.start(row), texts.end(row));
  }

  private static double numberAt(Vector vector, int row) {
    return switch (vector.kindAt(row)) {
      case NUMBER -> vector.numberAt(row);
      case TEXT -> Numbers.parseOrNaN(vector.textAt(row));
      case NULL, BOOLEAN, LIST -> Double.NaN;
    };
  }
}
