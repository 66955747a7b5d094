package karst.table;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Recodes a text column from the workers' dictionaries to the scan's one.
 *
 * <p>Codes are given in the order in which rows are delivered, and the dictionary is given up by
 * what was delivered; so the outcome depends neither on the number of workers nor on their speed.
 */
final class DictionaryMerger {
  private final Map<Dictionary, int[]> recodings = new IdentityHashMap<>();
  private @Nullable Dictionary dictionary = new Dictionary();
  private long values;

  /** Returns the column with the scan's codes, or as plain text when it has too many values. */
  Vector merge(DecodedColumn column) {
    Dictionary into = dictionary;
    StringVector texts = column.texts();
    if (into == null) {
      return texts == null ? column.vector() : plain((DictionaryVector) column.vector(), texts);
    }
    int[] codes =
        texts == null
            ? intern((StringVector) column.vector(), into)
            : recode((DictionaryVector) column.vector(), texts, into);
    if (DictionaryLimits.exceeded(into, values)) {
      dictionary = null;
      recodings.clear();
    }
    return new DictionaryVector(codes, into, codes.length);
  }

  private int[] recode(DictionaryVector column, StringVector texts, Dictionary into) {
    int[] recoding = recoding(column.dictionary(), texts.size());
    int[] from = column.codes();
    int[] codes = new int[column.size()];
    for (int row = 0; row < codes.length; row++) {
      int code = from[row];
      if (code < 0) {
        codes[row] = DictionaryVector.NULL;
        continue;
      }
      if (recoding[code] < 0) {
        recoding[code] = intern(texts, code, into);
      }
      codes[row] = recoding[code];
      values++;
    }
    return codes;
  }

  private int[] recoding(Dictionary from, int size) {
    int[] recoding = recodings.getOrDefault(from, new int[0]);
    if (recoding.length < size) {
      int known = recoding.length;
      recoding = Arrays.copyOf(recoding, Math.max(size, 2 * known));
      Arrays.fill(recoding, known, recoding.length, DictionaryVector.NULL);
      recodings.put(from, recoding);
    }
    return recoding;
  }

  private int[] intern(StringVector column, Dictionary into) {
    int[] codes = new int[column.size()];
    for (int row = 0; row < codes.length; row++) {
      boolean isNull = column.isNull(row);
      codes[row] = isNull ? DictionaryVector.NULL : intern(column, row, into);
      values += isNull ? 0 : 1;
    }
    return codes;
  }

  private static int intern(StringVector texts, int row, Dictionary into) {
    return into.intern(texts.heap(), texts.start(row), texts.end(row) - texts.start(row));
  }

  private static StringVector plain(DictionaryVector column, StringVector texts) {
    StringVector.Builder builder = new StringVector.Builder(column.size());
    for (int row = 0; row < column.size(); row++) {
      if (column.isNull(row)) {
        builder.appendNull();
      } else {
        builder.append(texts, column.codes()[row]);
      }
    }
    return builder.build();
  }
}
