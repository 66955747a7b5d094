package karst.exec.expression;

import java.util.List;
import karst.vector.BooleanVector;
import karst.vector.ConstantVector;
import karst.vector.DoubleVector;
import karst.vector.LongVector;
import karst.vector.StringVector;
import karst.vector.Validity;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/** Makes rows null whose arguments are. */
final class NullMask {
  private NullMask() {}

  /** Returns a function's answers with null wherever some argument is null. */
  static Vector apply(Vector answers, List<Vector> arguments, int rows) {
    long[] valid = null;
    for (Vector argument : arguments) {
      if (mayHaveNulls(argument)) {
        valid = and(valid, argument, rows);
      }
    }
    return valid == null ? answers : mask(answers, valid);
  }

  private static boolean mayHaveNulls(Vector vector) {
    if (vector instanceof DoubleVector numbers) {
      return numbers.validity() != null;
    }
    if (vector instanceof StringVector texts) {
      return texts.validity() != null;
    }
    return !(vector instanceof ConstantVector);
  }

  private static long @Nullable [] and(long @Nullable [] valid, Vector argument, int rows) {
    long[] result = valid;
    for (int row = 0; row < rows; row++) {
      if (argument.isNull(row)) {
        if (result == null) {
          result = Validity.all(rows);
        }
        Validity.clear(result, row);
      }
    }
    return result;
  }

  /** Returns a vector with null wherever a bit is clear. */
  static Vector mask(Vector vector, long[] valid) {
    int size = vector.size();
    if (vector instanceof DoubleVector numbers) {
      return new DoubleVector(numbers.values(), both(numbers.validity(), valid), size);
    }
    if (vector instanceof LongVector numbers) {
      return new LongVector(numbers.values(), both(numbers.validity(), valid), size);
    }
    if (vector instanceof StringVector texts) {
      return new StringVector(texts.heap(), texts.offsets(), both(texts.validity(), valid), size);
    }
    if (vector instanceof BooleanVector truths) {
      return new BooleanVector(truths.bits(), both(truths.validity(), valid), size);
    }
    VectorBuilder builder = new VectorBuilder(size);
    for (int row = 0; row < size; row++) {
      if (Validity.isSet(valid, row)) {
        builder.append(vector, row);
      } else {
        builder.appendNull();
      }
    }
    return builder.build();
  }

  private static long[] both(long @Nullable [] a, long[] b) {
    if (a == null) {
      return b;
    }
    long[] result = new long[b.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = a[i] & b[i];
    }
    return result;
  }
}
