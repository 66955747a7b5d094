package karst.function.library;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import karst.type.Numbers;
import karst.type.SplType;
import karst.type.ValueOrder;
import karst.vector.DictionaryVector;
import karst.vector.DoubleVector;
import karst.vector.StringVector;
import karst.vector.Validity;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** One value for each group, a number or a text as it was met. */
final class GroupValues {
  private static final byte NONE = 0;
  private static final byte NUMBER = 1;
  private static final byte TEXT = 2;

  private final boolean numeric;
  private byte[] kinds = new byte[0];
  private double[] numbers = new double[0];
  private byte[] @Nullable [] texts = new byte[0][];
  private int[] lengths = new int[0];
  private long textBytes;

  /** Creates values of which the type is known or not. */
  GroupValues(SplType type) {
    this.numeric = type.isNumeric();
  }

  /** Makes room for a number of groups. */
  void reserve(int groupCount) {
    if (kinds.length < groupCount) {
      int room = GroupArrays.room(kinds.length, groupCount);
      kinds = Arrays.copyOf(kinds, room);
      numbers = Arrays.copyOf(numbers, room);
      if (texts.length > 0) {
        roomForTexts();
      }
    }
  }

  /** Most columns hold no text: these arrays are made when the first one comes. */
  private void roomForTexts() {
    texts = Arrays.copyOf(texts, kinds.length);
    lengths = Arrays.copyOf(lengths, kinds.length);
  }

  private byte @Nullable [] text(int group) {
    return group < texts.length ? texts[group] : null;
  }

  /** Returns whether all values are numbers, as their type says. */
  boolean isNumeric() {
    return numeric;
  }

  /**
   * Keeps of the values of each group, all of them numbers, the smallest or the largest.
   *
   * @param sign -1 for the smallest, 1 for the largest
   */
  void offer(DoubleVector vector, int[] groups, int size, int sign) {
    double[] values = vector.values();
    long[] validity = vector.validity();
    for (int i = 0; i < size; i++) {
      int group = groups[i];
      // NaN is no number that could win.
      if (group >= 0
          && (validity == null || Validity.isSet(validity, i))
          && !Double.isNaN(values[i])) {
        if (kinds[group] == NONE
            || (sign < 0 ? values[i] < numbers[group] : values[i] > numbers[group])) {
          kinds[group] = NUMBER;
          numbers[group] = values[i];
        }
      }
    }
  }

  /** Returns whether a group has no value yet. */
  boolean isEmpty(int group) {
    return kinds[group] == NONE;
  }

  /** Sets a group's value to a number. */
  void set(int group, double number) {
    kinds[group] = NUMBER;
    numbers[group] = number;
  }

  /**
   * Sets a group's value to a text.
   *
   * @param number the number that the text is, or NaN
   */
  void set(int group, double number, byte[] bytes, int start, int end) {
    int length = end - start;
    if (texts.length < kinds.length) {
      roomForTexts();
    }
    byte[] text = texts[group];
    if (text == null || text.length < length) {
      textBytes += length - (text == null ? 0 : text.length);
      text = new byte[length];
      texts[group] = text;
    }
    System.arraycopy(bytes, start, text, 0, length);
    lengths[group] = length;
    kinds[group] = TEXT;
    numbers[group] = number;
  }

  /** Sets a group's value to a value of a vector, which is a number or a text. */
  void set(int group, Vector vector, int row) {
    switch (vector.kindAt(row)) {
      case NUMBER -> set(group, vector.numberAt(row));
      case TEXT -> setText(group, vector, row);
      case NULL, BOOLEAN, LIST -> throw new IllegalArgumentException("no value in row " + row);
    }
  }

  private void setText(int group, Vector vector, int row) {
    if (vector instanceof StringVector strings) {
      set(group, Double.NaN, strings.heap(), strings.start(row), strings.end(row));
    } else if (vector instanceof DictionaryVector coded) {
      StringVector strings = coded.dictionary().values();
      int code = coded.codes()[row];
      set(group, Double.NaN, strings.heap(), strings.start(code), strings.end(code));
    } else {
      byte[] bytes = vector.textAt(row).getBytes(StandardCharsets.UTF_8);
      set(group, Double.NaN, bytes, 0, bytes.length);
    }
  }

  /** Copies a group's value from other values. */
  void set(int group, GroupValues from, int fromGroup) {
    byte[] text = from.text(fromGroup);
    if (from.kinds[fromGroup] == TEXT && text != null) {
      set(group, from.numbers[fromGroup], text, 0, from.lengths[fromGroup]);
    } else {
      set(group, from.numbers[fromGroup]);
    }
  }

  /** Compares a number with a group's value, in the order of {@link MixedOrder}. */
  int compareNumber(double number, int group) {
    return Double.isNaN(numbers[group]) ? -1 : MixedOrder.compare(number, numbers[group]);
  }

  /** Compares a text that is no number with a group's value, in the order of {@link MixedOrder}. */
  int compareText(byte[] bytes, int start, int end, int group) {
    byte[] text = text(group);
    if (kinds[group] != TEXT || text == null || !Double.isNaN(numbers[group])) {
      return 1;
    }
    return ValueOrder.compareBytes(bytes, start, end, text, 0, lengths[group]);
  }

  /** Compares the value of a group of other values with a group's value. */
  int compare(GroupValues from, int fromGroup, int group) {
    byte[] text = from.text(fromGroup);
    return Double.isNaN(from.numbers[fromGroup]) && text != null
        ? compareText(text, 0, from.lengths[fromGroup], group)
        : compareNumber(from.numbers[fromGroup], group);
  }

  /**
   * Returns the values, row = group: numbers if all are, else texts, since a number means the same
   * as the text that SPL writes.
   */
  Vector build(int groupCount) {
    reserve(groupCount);
    boolean anyText = false;
    boolean anyNumber = numeric;
    for (int group = 0; group < groupCount; group++) {
      anyText |= kinds[group] == TEXT;
      anyNumber |= kinds[group] == NUMBER;
    }
    return anyText || !anyNumber ? texts(groupCount) : numbers(groupCount);
  }

  private DoubleVector numbers(int groupCount) {
    long[] validity = Validity.none(groupCount);
    for (int group = 0; group < groupCount; group++) {
      if (kinds[group] != NONE) {
        Validity.set(validity, group);
      }
    }
    return new DoubleVector(Arrays.copyOf(numbers, groupCount), validity, groupCount);
  }

  private StringVector texts(int groupCount) {
    StringVector.Builder out = new StringVector.Builder(groupCount);
    for (int group = 0; group < groupCount; group++) {
      byte[] text = text(group);
      if (kinds[group] == TEXT && text != null) {
        out.append(text, 0, lengths[group]);
      } else if (kinds[group] == NUMBER) {
        out.append(Numbers.format(numbers[group]));
      } else {
        out.appendNull();
      }
    }
    return out.build();
  }

  /** Returns about how many bytes of memory the values take. */
  long bytes() {
    // A length, a reference, and the header of an array behind it.
    return 9L * kinds.length + 28L * texts.length + textBytes;
  }
}
