package karst.exec.operator;

import java.util.Arrays;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.DoubleVector;
import karst.vector.LongVector;
import karst.vector.Validity;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** The rows of a column in one array, appended vector by vector. */
sealed interface CompactColumn {
  /** Appends the rows of a vector; returns false, and appends nothing, if it is of another kind. */
  boolean append(Vector vector);

  /** Returns the rows so far. */
  Vector build();

  /** Returns about how many bytes of memory the rows take. */
  long memory();

  /** Returns how long an array of a length becomes to hold a number of rows. */
  private static int room(int length, int needed) {
    return (int) Math.max(needed, Math.min(2L * length, Integer.MAX_VALUE - 16));
  }

  /** Which rows have a value. */
  final class Presence {
    private long @Nullable [] words;

    void append(long @Nullable [] validity, int from, int rows) {
      if (validity == null && words == null) {
        return;
      }
      int needed = (from + rows + 63) >>> 6;
      if (words == null) {
        words = Validity.all(Math.max(from, 1));
      }
      if (words.length < needed) {
        words = Arrays.copyOf(words, room(words.length, needed));
      }
      for (int row = 0; row < rows; row++) {
        if (Validity.isSet(validity, row)) {
          Validity.set(words, from + row);
        } else {
          Validity.clear(words, from + row);
        }
      }
    }
  }

  /** Numbers. */
  final class Numbers implements CompactColumn {
    private double[] values = new double[0];
    private final Presence presence = new Presence();
    private int size;

    @Override
    public boolean append(Vector vector) {
      if (!(vector instanceof DoubleVector numbers)) {
        return false;
      }
      if (size + numbers.size() > values.length) {
        values = Arrays.copyOf(values, room(values.length, size + numbers.size()));
      }
      System.arraycopy(numbers.values(), 0, values, size, numbers.size());
      presence.append(numbers.validity(), size, numbers.size());
      size += numbers.size();
      return true;
    }

    @Override
    public Vector build() {
      return new DoubleVector(values, presence.words, size);
    }

    @Override
    public long memory() {
      return 8L * values.length;
    }
  }

  /** Whole numbers. */
  final class Wholes implements CompactColumn {
    private long[] values = new long[0];
    private final Presence presence = new Presence();
    private int size;

    @Override
    public boolean append(Vector vector) {
      if (!(vector instanceof LongVector numbers)) {
        return false;
      }
      if (size + numbers.size() > values.length) {
        values = Arrays.copyOf(values, room(values.length, size + numbers.size()));
      }
      System.arraycopy(numbers.values(), 0, values, size, numbers.size());
      presence.append(numbers.validity(), size, numbers.size());
      size += numbers.size();
      return true;
    }

    @Override
    public Vector build() {
      return new LongVector(values, presence.words, size);
    }

    @Override
    public long memory() {
      return 8L * values.length;
    }
  }

  /** Texts of one dictionary. */
  final class Codes implements CompactColumn {
    private final Dictionary dictionary;
    private int[] codes = new int[0];
    private int size;

    Codes(Dictionary dictionary) {
      this.dictionary = dictionary;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean append(Vector vector) {
      if (!(vector instanceof DictionaryVector coded) || coded.dictionary() != dictionary) {
        return false;
      }
      if (size + coded.size() > codes.length) {
        codes = Arrays.copyOf(codes, room(codes.length, size + coded.size()));
      }
      System.arraycopy(coded.codes(), 0, codes, size, coded.size());
      size += coded.size();
      return true;
    }

    @Override
    public Vector build() {
      return new DictionaryVector(codes, dictionary, size);
    }

    @Override
    public long memory() {
      return 4L * codes.length;
    }
  }
}
