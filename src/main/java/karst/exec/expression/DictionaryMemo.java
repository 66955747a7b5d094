package karst.exec.expression;

import java.util.function.UnaryOperator;
import karst.vector.BooleanVector;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.Kind;
import karst.vector.NullVector;
import karst.vector.Selection;
import karst.vector.StringVector;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a function for the distinct values of a dictionary, kept from batch to batch: a
 * value that was answered once is never computed again, also when the dictionary grows.
 */
final class DictionaryMemo {
  private @Nullable Dictionary dictionary;
  private Vector answers = new NullVector(0);
  private Vector nullAnswer = new NullVector(1);

  /**
   * Returns the answers for the rows of a coded column.
   *
   * @param compute the function over a column of distinct values (or over one null)
   */
  @SuppressWarnings("ReferenceEquality")
  Vector apply(DictionaryVector coded, UnaryOperator<Vector> compute) {
    if (dictionary != coded.dictionary()) {
      dictionary = coded.dictionary();
      answers = new NullVector(0);
      nullAnswer = compute.apply(new NullVector(1));
    }
    StringVector distinct = coded.dictionary().values();
    if (distinct.size() > answers.size()) {
      int known = answers.size();
      Vector fresh = distinct.gather(Selection.range(known, distinct.size() - known));
      answers = known == 0 ? compute.apply(fresh) : joined(answers, compute.apply(fresh));
    }
    return spread(coded);
  }

  private static Vector joined(Vector known, Vector fresh) {
    VectorBuilder builder = new VectorBuilder(known.size() + fresh.size());
    builder.appendAll(known);
    builder.appendAll(fresh);
    return builder.build();
  }

  private Vector spread(DictionaryVector coded) {
    int[] codes = coded.codes();
    int rows = coded.size();
    if (answers instanceof BooleanVector bits && bits.validity() == null && nullIsFalse()) {
      return spreadBits(bits.bits(), codes, rows);
    }
    boolean nulls = false;
    for (int row = 0; row < rows; row++) {
      nulls |= codes[row] < 0;
    }
    if (!nulls) {
      return answers.gather(Selection.of(codes, rows));
    }
    VectorBuilder builder = new VectorBuilder(rows);
    for (int row = 0; row < rows; row++) {
      if (codes[row] < 0) {
        builder.append(nullAnswer, 0);
      } else {
        builder.append(answers, codes[row]);
      }
    }
    return builder.build();
  }

  private boolean nullIsFalse() {
    return nullAnswer.kindAt(0) == Kind.BOOLEAN && !nullAnswer.booleanAt(0);
  }

  private static Vector spreadBits(long[] answers, int[] codes, int rows) {
    long[] bits = new long[(rows + 63) >>> 6];
    for (int row = 0; row < rows; row++) {
      int code = codes[row];
      // A null's code is -1: it reads some bit of word 0 and is masked off.
      long bit = (answers[Math.max(code, 0) >>> 6] >>> (code & 63)) & ~(code >> 31) & 1L;
      bits[row >>> 6] |= bit << (row & 63);
    }
    return new BooleanVector(bits, null, rows);
  }
}
