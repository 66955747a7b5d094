package karst.exec.expression;

import karst.type.Numbers;
import karst.type.SplType;
import karst.vector.BooleanVector;
import karst.vector.ConstantVector;
import karst.vector.DictionaryVector;
import karst.vector.DoubleVector;
import karst.vector.ListVector;
import karst.vector.LongVector;
import karst.vector.NullVector;
import karst.vector.Selection;
import karst.vector.StringVector;
import karst.vector.TextOf;
import karst.vector.Validity;
import karst.vector.Vector;

/** Turns arguments into what a parameter wants (spl-semantics §3.3). */
final class Coercion {
  private Coercion() {}

  /** Returns a vector as a type; what cannot be turned is null. Lists pass as they are. */
  static Vector to(SplType type, Vector vector) {
    if (vector instanceof ConstantVector constant) {
      Vector value = to(type, constant.value());
      return value.isNull(0)
          ? new NullVector(constant.size())
          : new ConstantVector(value, constant.size());
    }
    if (vector instanceof NullVector || vector instanceof ListVector) {
      return vector;
    }
    if (vector instanceof DictionaryVector coded) {
      return flat(type, coded);
    }
    if (type.isNumeric()) {
      return numbers(vector);
    }
    if (type instanceof SplType.Text) {
      return texts(vector);
    }
    if (type instanceof SplType.Bool) {
      return vector instanceof BooleanVector ? vector : new NullVector(vector.size());
    }
    return vector;
  }

  private static Vector flat(SplType type, DictionaryVector coded) {
    StringVector distinct = coded.dictionary().values();
    Vector values = type.isNumeric() ? numbers(distinct) : distinct;
    int[] rows = coded.codes();
    long[] valid = Validity.none(coded.size());
    int[] safe = new int[coded.size()];
    boolean nulls = false;
    for (int i = 0; i < safe.length; i++) {
      safe[i] = Math.max(rows[i], 0);
      if (rows[i] >= 0 && !values.isNull(safe[i])) {
        Validity.set(valid, i);
      } else {
        nulls = true;
      }
    }
    if (distinct.size() == 0) {
      return new NullVector(coded.size());
    }
    Vector gathered = values.gather(Selection.of(safe, safe.length));
    return nulls ? NullMask.mask(gathered, valid) : gathered;
  }

  private static Vector numbers(Vector vector) {
    if (vector instanceof DoubleVector || vector instanceof LongVector) {
      return vector;
    }
    return vector instanceof StringVector strings ? parsed(strings) : new NullVector(vector.size());
  }

  private static Vector parsed(StringVector strings) {
    double[] values = new double[strings.size()];
    long[] valid = Validity.none(strings.size());
    byte[] heap = strings.heap();
    for (int row = 0; row < values.length; row++) {
      int start = strings.start(row);
      int end = strings.end(row);
      if (!strings.isNull(row) && Numbers.isNumber(heap, start, end)) {
        values[row] = Numbers.parse(heap, start, end);
        Validity.set(valid, row);
      }
    }
    return new DoubleVector(values, valid, values.length);
  }

  private static Vector texts(Vector vector) {
    if (vector instanceof StringVector) {
      return vector;
    }
    StringVector.Builder builder = new StringVector.Builder(vector.size());
    for (int row = 0; row < vector.size(); row++) {
      builder.append(TextOf.row(vector, row));
    }
    return builder.build();
  }
}
