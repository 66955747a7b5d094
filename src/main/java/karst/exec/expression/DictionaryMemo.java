package karst.exec.expression;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import karst.vector.BooleanVector;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.Kind;
import karst.vector.NullVector;
import karst.vector.Selection;
import karst.vector.StringVector;
import karst.vector.Validity;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a function for the distinct values of a dictionary, kept from batch to batch: a
 * value that was answered once is never computed again, also when the dictionary grows.
 */
final class DictionaryMemo {
  private @Nullable Dictionary dictionary;
  private int known;

  /** The answers so far; null as long as each value is its own answer. */
  private @Nullable Vector answers;

  private Vector nullAnswer = new NullVector(1);
  private @Nullable Recoding recoding;

  /**
   * Returns the answers for the rows of a coded column.
   *
   * @param compute the function over a column of distinct values (or over one null)
   */
  @SuppressWarnings("ReferenceEquality")
  Vector apply(DictionaryVector coded, UnaryOperator<Vector> compute) {
    if (dictionary != coded.dictionary()) {
      dictionary = coded.dictionary();
      known = 0;
      answers = null;
      recoding = null;
      nullAnswer = compute.apply(new NullVector(1));
    }
    StringVector distinct = coded.dictionary().values();
    if (distinct.size() > known) {
      extend(distinct, compute);
    }
    return spread(coded, distinct);
  }

  @SuppressWarnings("ReferenceEquality")
  private void extend(StringVector distinct, UnaryOperator<Vector> compute) {
    StringVector fresh = known == 0 ? distinct : from(distinct, known);
    Vector computed = compute.apply(fresh);
    if (known == 0) {
      answers = computed == fresh ? null : computed;
    } else if (answers != null || computed != fresh) {
      VectorBuilder builder = new VectorBuilder(distinct.size());
      Vector before = answers == null ? distinct : answers;
      for (int code = 0; code < known; code++) {
        builder.append(before, code);
      }
      builder.appendAll(computed);
      answers = builder.build();
    }
    known = distinct.size();
  }

  /** Returns the last texts, none of which is copied. */
  private static StringVector from(StringVector texts, int first) {
    int[] offsets = Arrays.copyOfRange(texts.offsets(), first, texts.size() + 1);
    return new StringVector(texts.heap(), offsets, null, texts.size() - first);
  }

  private Vector spread(DictionaryVector coded, StringVector distinct) {
    boolean nulls = hasNulls(coded);
    Vector found = answers;
    if (found == null && recoding == null && (!nulls || nullAnswer.isNull(0))) {
      return coded;
    }
    Vector all = found == null ? distinct : found;
    if (all instanceof BooleanVector bits
        && bits.validity() == null
        && (!nulls || nullAnswer.kindAt(0) == Kind.BOOLEAN)) {
      return spreadBits(bits.bits(), coded, nulls && nullAnswer.booleanAt(0));
    }
    if (all instanceof StringVector texts && isTextOrNull(nullAnswer)) {
      Recoding codes = recoding == null ? new Recoding(nullAnswer) : recoding;
      recoding = codes;
      return codes.apply(coded, texts);
    }
    return nulls ? general(coded, all) : all.gather(Selection.of(coded.codes(), coded.size()));
  }

  private static boolean hasNulls(DictionaryVector coded) {
    int sign = 0;
    int[] codes = coded.codes();
    for (int row = 0; row < coded.size(); row++) {
      sign |= codes[row];
    }
    return sign < 0;
  }

  private static boolean isTextOrNull(Vector answer) {
    return answer.kindAt(0) == Kind.TEXT || answer.isNull(0);
  }

  private Vector general(DictionaryVector coded, Vector all) {
    VectorBuilder builder = new VectorBuilder(coded.size());
    for (int row = 0; row < coded.size(); row++) {
      if (coded.isNull(row)) {
        builder.append(nullAnswer, 0);
      } else {
        builder.append(all, coded.codes()[row]);
      }
    }
    return builder.build();
  }

  private static Vector spreadBits(long[] answers, DictionaryVector coded, boolean ofNull) {
    int[] codes = coded.codes();
    int rows = coded.size();
    long[] bits = Validity.none(rows);
    long nullBit = ofNull ? 1 : 0;
    for (int row = 0; row < rows; row++) {
      int code = codes[row];
      // A null's code is negative: it reads some bit of word 0 and is masked off.
      long isNull = code >> 31;
      long bit = (answers[Math.max(code, 0) >>> 6] >>> (code & 63)) & ~isNull | nullBit & isNull;
      bits[row >>> 6] |= (bit & 1L) << (row & 63);
    }
    return new BooleanVector(bits, null, rows);
  }

  /** Answers that are texts, as codes of a dictionary of their own. */
  private static final class Recoding {
    private static final int UNKNOWN = -2;

    private final Dictionary texts = new Dictionary();
    private final int ofNull;
    private int[] codes = new int[0];

    Recoding(Vector nullAnswer) {
      ofNull =
          nullAnswer.isNull(0)
              ? DictionaryVector.NULL
              : intern(StringVector.of(nullAnswer.textAt(0)), 0);
    }

    Vector apply(DictionaryVector coded, StringVector answers) {
      if (codes.length < answers.size()) {
        int before = codes.length;
        codes = Arrays.copyOf(codes, answers.size());
        Arrays.fill(codes, before, codes.length, UNKNOWN);
      }
      int[] result = new int[coded.size()];
      for (int row = 0; row < result.length; row++) {
        int code = coded.codes()[row];
        result[row] = code < 0 ? ofNull : recoded(code, answers);
      }
      return new DictionaryVector(result, texts, result.length);
    }

    /** Only values that rows have get a code: a dictionary may hold many that a filter dropped. */
    private int recoded(int code, StringVector answers) {
      int known = codes[code];
      if (known == UNKNOWN) {
        known = answers.isNull(code) ? DictionaryVector.NULL : intern(answers, code);
        codes[code] = known;
      }
      return known;
    }

    private int intern(StringVector from, int row) {
      return texts.intern(from.heap(), from.start(row), from.end(row) - from.start(row));
    }
  }
}
