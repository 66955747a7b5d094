package karst.exec.hash;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import karst.type.Numbers;
import karst.vector.ConstantVector;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.DoubleVector;
import karst.vector.LongVector;
import karst.vector.NullVector;
import karst.vector.StringVector;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Gives the values of one key column codes from 0 up, equal codes for equal text; null is {@link
 * #NULL}.
 *
 * <p>SPL compares keys by their exact text (spl-semantics §4.4): a number and its text are one key,
 * {@code 1} and {@code 1.0} are two. A list is one key, all of its values in order.
 *
 * <p>As long as all values come from one dictionary, its own codes serve. When others come, the
 * texts of that dictionary are taken over in the order of their codes, which so remain what they
 * are.
 */
public final class KeyColumn {
  /** The code of a null. */
  public static final int NULL = -1;

  // Between the values of a list: a byte that UTF-8 never has, so that no text looks like a list.
  private static final byte SEPARATOR = (byte) 0xFF;

  /** What reads a coded column may look at the whole dictionary: not for a few rows. */
  private static final int SPARSE = 2;

  private final Dictionary texts = new Dictionary();
  private final NumberCodes numbers = new NumberCodes();
  private boolean textSeen;
  private boolean listSeen;

  /** The dictionary whose codes serve, null when there is none or no longer one. */
  private @Nullable Dictionary only;

  private @Nullable Dictionary foreign;
  private int[] foreignCodes = new int[0];

  /** Writes the code of each row of a column. */
  public void encode(Vector vector, int rows, int[] codes) {
    if (vector instanceof NullVector) {
      Arrays.fill(codes, 0, rows, NULL);
      return;
    }
    if (vector instanceof DictionaryVector coded && serves(coded.dictionary())) {
      only = coded.dictionary();
      textSeen = true;
      for (int row = 0; row < rows; row++) {
        codes[row] = Math.max(coded.codes()[row], NULL);
      }
      return;
    }
    takeOver();
    if (vector instanceof DictionaryVector coded) {
      encodeCoded(coded, rows, codes);
    } else if (vector instanceof StringVector strings) {
      encodeTexts(strings, rows, codes);
    } else if (vector instanceof DoubleVector || vector instanceof LongVector) {
      for (int row = 0; row < rows; row++) {
        codes[row] = vector.isNull(row) ? NULL : number(vector.numberAt(row));
      }
    } else if (vector instanceof ConstantVector constant) {
      Arrays.fill(codes, 0, rows, any(constant.value(), 0));
    } else {
      for (int row = 0; row < rows; row++) {
        codes[row] = any(vector, row);
      }
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private boolean serves(Dictionary dictionary) {
    return only == dictionary || (only == null && texts.size() == 0);
  }

  private void takeOver() {
    Dictionary served = only;
    if (served != null) {
      only = null;
      StringVector values = served.values();
      for (int code = 0; code < values.size(); code++) {
        intern(values, code);
      }
    }
  }

  /** Turns codes of another column into codes of this one, which gets the values it lacks. */
  void adopt(KeyColumn other, int[] codes, int count) {
    Dictionary served = other.only;
    if (served != null && serves(served)) {
      only = served;
      textSeen = true;
      return;
    }
    takeOver();
    textSeen |= other.textSeen;
    listSeen |= other.listSeen;
    boolean numeric = !other.textSeen && !other.listSeen;
    StringVector from = served == null ? other.texts.values() : served.values();
    int[] own = new int[from.size()];
    Arrays.fill(own, NULL);
    for (int i = 0; i < count; i++) {
      int code = codes[i];
      if (code >= 0) {
        if (own[code] == NULL) {
          own[code] = numeric ? number(other.numbers.value(code)) : intern(from, code);
        }
        codes[i] = own[code];
      }
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private void encodeCoded(DictionaryVector coded, int rows, int[] codes) {
    textSeen = true;
    if (foreign != coded.dictionary()) {
      foreign = coded.dictionary();
      foreignCodes = new int[0];
    }
    StringVector distinct = coded.dictionary().values();
    int known = foreignCodes.length;
    if (distinct.size() > known) {
      foreignCodes = Arrays.copyOf(foreignCodes, distinct.size());
      // Only values that rows have get a code: a dictionary may hold many that a filter dropped.
      Arrays.fill(foreignCodes, known, distinct.size(), NULL);
    }
    for (int row = 0; row < rows; row++) {
      int code = coded.codes()[row];
      if (code < 0) {
        codes[row] = NULL;
        continue;
      }
      int own = foreignCodes[code];
      if (own == NULL) {
        own = intern(distinct, code);
        foreignCodes[code] = own;
      }
      codes[row] = own;
    }
  }

  private void encodeTexts(StringVector strings, int rows, int[] codes) {
    textSeen = true;
    for (int row = 0; row < rows; row++) {
      codes[row] = strings.isNull(row) ? NULL : intern(strings, row);
    }
  }

  private int intern(StringVector strings, int row) {
    int start = strings.start(row);
    return texts.intern(strings.heap(), start, strings.end(row) - start);
  }

  private int intern(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return texts.intern(bytes, 0, bytes.length);
  }

  private int number(double value) {
    int code = numbers.find(value);
    if (code < 0) {
      code = intern(Numbers.format(value));
      numbers.put(value, code);
    }
    return code;
  }

  private int any(Vector vector, int row) {
    switch (vector.kindAt(row)) {
      case NULL -> {
        return NULL;
      }
      case NUMBER -> {
        return number(vector.numberAt(row));
      }
      case TEXT, BOOLEAN -> {
        textSeen = true;
        return intern(String.valueOf(TextOf.row(vector, row)));
      }
      case LIST -> {
        listSeen = true;
        return list(vector.listAt(row));
      }
    }
    throw new IllegalStateException("unknown kind");
  }

  private int list(Vector values) {
    StringVector.Builder joined = new StringVector.Builder(values.size() * 2);
    byte[] separator = {SEPARATOR};
    for (int i = 0; i < values.size(); i++) {
      joined.append(separator, 0, 1);
      joined.append(TextOf.row(values, i));
    }
    StringVector bytes = joined.build();
    return texts.intern(bytes.heap(), 0, bytes.end(bytes.size() - 1));
  }

  /** Returns a number that all codes so far are below. */
  int limit() {
    return only == null ? texts.size() : only.size();
  }

  /** Returns about how many bytes of memory the column takes. */
  public long memory() {
    return texts.memory() + numbers.memory() + 4L * foreignCodes.length;
  }

  /** Returns the values of some codes. */
  public Vector values(int[] codes, int count) {
    if (listSeen) {
      return lists(codes, count);
    }
    if (!textSeen && texts.size() > 0) {
      VectorBuilder builder = new VectorBuilder(count);
      for (int i = 0; i < count; i++) {
        if (codes[i] == NULL) {
          builder.appendNull();
        } else {
          builder.append(numbers.value(codes[i]));
        }
      }
      return builder.build();
    }
    Dictionary served = only;
    return served == null
        ? new DictionaryVector(Arrays.copyOf(codes, count), texts, count)
        : served(codes, count, served);
  }

  /** Of a dictionary with many values that no code has, the others are copied. */
  private static Vector served(int[] codes, int count, Dictionary served) {
    if (served.size() <= SPARSE * (long) count) {
      return new DictionaryVector(Arrays.copyOf(codes, count), served, count);
    }
    Dictionary used = new Dictionary();
    StringVector values = served.values();
    int[] result = new int[count];
    for (int i = 0; i < count; i++) {
      int code = codes[i];
      result[i] =
          code < 0
              ? NULL
              : used.intern(
                  values.heap(), values.start(code), values.end(code) - values.start(code));
    }
    return new DictionaryVector(result, used, count);
  }

  private Vector lists(int[] codes, int count) {
    VectorBuilder builder = new VectorBuilder(count);
    StringVector all = texts.values();
    for (int i = 0; i < count; i++) {
      if (codes[i] == NULL) {
        builder.appendNull();
        continue;
      }
      int start = all.start(codes[i]);
      int end = all.end(codes[i]);
      if (start == end || all.heap()[start] != SEPARATOR) {
        builder.append(all.heap(), start, end - start);
        continue;
      }
      StringVector.Builder values = new StringVector.Builder(4);
      int from = start + 1;
      for (int at = from; at <= end; at++) {
        if (at == end || all.heap()[at] == SEPARATOR) {
          values.append(all.heap(), from, at - from);
          from = at + 1;
        }
      }
      StringVector list = values.build();
      builder.appendList(list, 0, list.size());
    }
    return builder.build();
  }
}
