package karst.exec.operator;

import java.util.Arrays;
import karst.plan.OrderKey;
import karst.plan.SortOrder;
import karst.type.Numbers;
import karst.type.ValueOrder;
import karst.vector.DoubleVector;
import karst.vector.Kind;
import karst.vector.StringVector;
import karst.vector.TextOf;
import karst.vector.TextSort;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * A key column prepared for comparing: numbers are parsed once, texts encoded once. Of a list the
 * first value counts.
 */
final class SortedValues implements SortColumn {
  private static final byte NUMBER = 0;
  private static final byte TEXT = 1;
  private static final byte NULL = 2;

  private final byte[] kinds;
  private final double[] numbers;
  private final StringVector texts;
  private final ValueOrder order;
  private final int sign;

  private SortedValues(
      byte[] kinds, double[] numbers, StringVector texts, ValueOrder order, boolean descending) {
    this.kinds = kinds;
    this.numbers = numbers;
    this.texts = texts;
    this.order = order;
    this.sign = descending ? -1 : 1;
  }

  /** Prepares a column. */
  static SortedValues of(Vector vector, OrderKey key) {
    int rows = vector.size();
    if (vector instanceof DoubleVector numbers && isByValue(key.order()) && isFinite(numbers)) {
      return of(numbers, key);
    }
    if (vector instanceof StringVector texts) {
      return of(texts, key);
    }
    byte[] kinds = new byte[rows];
    double[] numbers = new double[rows];
    StringVector.Builder texts = new StringVector.Builder(rows);
    boolean allNumbers = true;
    for (int row = 0; row < rows; row++) {
      String text = text(vector, row);
      texts.append(text);
      if (text == null) {
        kinds[row] = NULL;
      } else if (Numbers.isNumber(text)) {
        kinds[row] = NUMBER;
        numbers[row] = Numbers.parse(text);
      } else {
        kinds[row] = TEXT;
        allNumbers = false;
      }
    }
    return new SortedValues(
        kinds, numbers, texts.build(), valueOrder(key.order(), allNumbers), key.descending());
  }

  private static SortedValues of(StringVector texts, OrderKey key) {
    byte[] kinds = new byte[texts.size()];
    double[] numbers = new double[texts.size()];
    boolean allNumbers = true;
    for (int row = 0; row < kinds.length; row++) {
      int start = texts.start(row);
      int end = texts.end(row);
      if (texts.isNull(row)) {
        kinds[row] = NULL;
      } else if (Numbers.isNumber(texts.heap(), start, end)) {
        kinds[row] = NUMBER;
        numbers[row] = Numbers.parse(texts.heap(), start, end);
      } else {
        kinds[row] = TEXT;
        allNumbers = false;
      }
    }
    return new SortedValues(
        kinds, numbers, texts, valueOrder(key.order(), allNumbers), key.descending());
  }

  private static boolean isByValue(SortOrder order) {
    return switch (order) {
      case AUTO, NUMERIC, COLUMN -> true;
      case TEXT, IP -> false;
    };
  }

  /** What is not finite has a text that is no number. */
  private static boolean isFinite(DoubleVector numbers) {
    for (int row = 0; row < numbers.size(); row++) {
      if (!numbers.isNull(row) && !Double.isFinite(numbers.values()[row])) {
        return false;
      }
    }
    return true;
  }

  /** Numbers are compared as what they are, without their texts. */
  private static SortedValues of(DoubleVector vector, OrderKey key) {
    byte[] kinds = new byte[vector.size()];
    for (int row = 0; row < kinds.length; row++) {
      kinds[row] = vector.isNull(row) ? NULL : NUMBER;
    }
    return new SortedValues(
        kinds, vector.values(), StringVector.of(), ValueOrder.NUMERIC, key.descending());
  }

  private static @Nullable String text(Vector vector, int row) {
    return vector.kindAt(row) == Kind.LIST
        ? TextOf.row(vector.listAt(row), 0)
        : TextOf.row(vector, row);
  }

  private static ValueOrder valueOrder(SortOrder order, boolean allNumbers) {
    return switch (order) {
      case AUTO -> ValueOrder.AUTO;
      case NUMERIC -> ValueOrder.NUMERIC;
      case TEXT -> ValueOrder.TEXT;
      case IP -> ValueOrder.IP;
      case COLUMN -> allNumbers ? ValueOrder.NUMERIC : ValueOrder.TEXT;
    };
  }

  @Override
  public long @Nullable [] words() {
    if (order == ValueOrder.TEXT) {
      return ranks();
    }
    if (order != ValueOrder.NUMERIC || texts.size() > 0) {
      return null;
    }
    long[] words = new long[kinds.length];
    for (int row = 0; row < words.length; row++) {
      words[row] = kinds[row] == NULL ? -1 : word(numbers[row]);
    }
    return words;
  }

  /** Returns the place of each text among the different ones. */
  private long[] ranks() {
    int[] sorted = new int[kinds.length];
    int count = 0;
    for (int row = 0; row < sorted.length; row++) {
      sorted[count] = row;
      count += kinds[row] == NULL ? 0 : 1;
    }
    sorted = Arrays.copyOf(sorted, count);
    TextSort.sort(texts, sorted);
    long[] ranks = new long[kinds.length];
    Arrays.fill(ranks, count);
    long rank = 0;
    for (int i = 0; i < count; i++) {
      rank += i > 0 && compareTexts(sorted[i - 1], sorted[i]) != 0 ? 1 : 0;
      ranks[sorted[i]] = sign < 0 ? count - 1 - rank : rank;
    }
    return ranks;
  }

  /** The bits of a number as a word that is larger for a larger number; no number is all ones. */
  private long word(double number) {
    // 0 and -0 are equal.
    long bits = Double.doubleToLongBits(number + 0.0);
    long ascending = bits ^ (bits >> 63 | Long.MIN_VALUE);
    return sign < 0 ? ~ascending : ascending;
  }

  @Override
  public int compare(int a, int b) {
    if (kinds[a] == NULL || kinds[b] == NULL) {
      return Integer.compare(kinds[a] == NULL ? 1 : 0, kinds[b] == NULL ? 1 : 0);
    }
    return sign * compareValues(a, b);
  }

  private int compareValues(int a, int b) {
    return switch (order) {
      case TEXT -> compareTexts(a, b);
      case NUMERIC -> kinds[a] == kinds[b] ? sameKind(a, b) : Byte.compare(kinds[a], kinds[b]);
      case AUTO ->
          kinds[a] == NUMBER && kinds[b] == NUMBER
              ? ValueOrder.compareNumbers(numbers[a], numbers[b])
              : order.compare(texts.textAt(a), texts.textAt(b));
      case IP -> order.compare(texts.textAt(a), texts.textAt(b));
    };
  }

  private int sameKind(int a, int b) {
    return kinds[a] == NUMBER ? ValueOrder.compareNumbers(numbers[a], numbers[b]) : 0;
  }

  private int compareTexts(int a, int b) {
    byte[] heap = texts.heap();
    return ValueOrder.compareBytes(
        heap, texts.start(a), texts.end(a), heap, texts.start(b), texts.end(b));
  }
}
