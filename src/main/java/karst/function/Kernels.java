package karst.function;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import karst.vector.BooleanVector;
import karst.vector.DoubleVector;
import karst.vector.StringVector;
import karst.vector.Validity;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Makes kernels of plain functions of one row, so that a declaration stays a line.
 *
 * <p>Unless {@link NullPolicy#CALLED} is given, a function is asked only about rows without nulls,
 * and the other rows are null. A number that is NaN becomes null: SPL has no answer there ({@code
 * sqrt(-1)}, spl-semantics §3.8).
 */
public final class Kernels {
  private Kernels() {}

  /** Answers a number, NaN for none. */
  @FunctionalInterface
  public interface RowNumber {
    /** Returns the answer for a row. */
    double apply(Row row);
  }

  /** Answers a text, null for none. */
  @FunctionalInterface
  public interface RowText {
    /** Returns the answer for a row. */
    @Nullable String apply(Row row);
  }

  /** Answers a truth value. */
  @FunctionalInterface
  public interface RowTruth {
    /** Returns the answer for a row. */
    boolean apply(Row row);
  }

  /** Answers a value of any kind. */
  @FunctionalInterface
  public interface RowValue {
    /** Appends one value, or one null. */
    void apply(Row row, ValueBuilder out);
  }

  /** Answers a list. */
  @FunctionalInterface
  public interface RowValues {
    /** Adds the values of a row, perhaps none. */
    void apply(Row row, ListBuilder out);
  }

  /** Lifts a function from number to number. */
  public static Kernel ofNumber(DoubleUnaryOperator function) {
    Kernel byRow = number(row -> function.applyAsDouble(row.number(0)));
    return (arguments, rows, context) ->
        arguments.get(0) instanceof DoubleVector numbers
            ? mapped(numbers, rows, function)
            : byRow.apply(arguments, rows, context);
  }

  private static DoubleVector mapped(DoubleVector numbers, int rows, DoubleUnaryOperator function) {
    double[] from = numbers.values();
    double[] values = new double[rows];
    long[] validity = null;
    for (int row = 0; row < rows; row++) {
      values[row] = function.applyAsDouble(from[row]);
      if (Double.isNaN(values[row]) || numbers.isNull(row)) {
        if (validity == null) {
          validity = Validity.all(rows);
        }
        Validity.clear(validity, row);
      }
    }
    return new DoubleVector(values, validity, rows);
  }

  /** Lifts a function of two numbers. */
  public static Kernel ofNumbers(DoubleBinaryOperator function) {
    return number(row -> function.applyAsDouble(row.number(0), row.number(1)));
  }

  /** Lifts a function from text to text. */
  public static Kernel ofText(UnaryOperator<String> function) {
    return text(row -> function.apply(row.text(0)));
  }

  /** Lifts a function that answers a number. */
  public static Kernel number(RowNumber function) {
    return number(NullPolicy.STRICT, function);
  }

  /** Lifts a function that answers a number. */
  public static Kernel number(NullPolicy nulls, RowNumber function) {
    return (arguments, rows, context) -> {
      Row row = new Row(arguments, context);
      double[] values = new double[rows];
      long[] validity = Validity.none(rows);
      for (int i = 0; i < rows; i++) {
        row.moveTo(i);
        double value = skips(nulls, row) ? Double.NaN : function.apply(row);
        if (!Double.isNaN(value)) {
          values[i] = value;
          Validity.set(validity, i);
        }
      }
      return new DoubleVector(values, validity, rows);
    };
  }

  /** Lifts a function that answers a text. */
  public static Kernel text(RowText function) {
    return text(NullPolicy.STRICT, function);
  }

  /** Lifts a function that answers a text. */
  public static Kernel text(NullPolicy nulls, RowText function) {
    return (arguments, rows, context) -> {
      Row row = new Row(arguments, context);
      StringVector.Builder out = new StringVector.Builder(rows);
      for (int i = 0; i < rows; i++) {
        row.moveTo(i);
        out.append(skips(nulls, row) ? null : function.apply(row));
      }
      return out.build();
    };
  }

  /** Lifts a function that answers a truth value. */
  public static Kernel truth(RowTruth function) {
    return truth(NullPolicy.STRICT, function);
  }

  /** Lifts a function that answers a truth value. */
  public static Kernel truth(NullPolicy nulls, RowTruth function) {
    return (arguments, rows, context) -> {
      Row row = new Row(arguments, context);
      long[] bits = Validity.none(rows);
      long[] validity = Validity.none(rows);
      for (int i = 0; i < rows; i++) {
        row.moveTo(i);
        if (!skips(nulls, row)) {
          Validity.set(validity, i);
          if (function.apply(row)) {
            Validity.set(bits, i);
          }
        }
      }
      return new BooleanVector(bits, validity, rows);
    };
  }

  /** Lifts a function that answers a value of any kind. */
  public static Kernel value(RowValue function) {
    return value(NullPolicy.STRICT, function);
  }

  /** Lifts a function that answers a value of any kind. */
  public static Kernel value(NullPolicy nulls, RowValue function) {
    return (arguments, rows, context) -> {
      Row row = new Row(arguments, context);
      ValueBuilder out = new ValueBuilder(rows);
      for (int i = 0; i < rows; i++) {
        row.moveTo(i);
        if (skips(nulls, row)) {
          out.appendNull();
        } else {
          function.apply(row, out);
        }
      }
      return out.build();
    };
  }

  /** Lifts a function that answers a list. */
  public static Kernel values(RowValues function) {
    return values(NullPolicy.STRICT, function);
  }

  /** Lifts a function that answers a list. */
  public static Kernel values(NullPolicy nulls, RowValues function) {
    return (arguments, rows, context) -> {
      Row row = new Row(arguments, context);
      ListBuilder out = new ListBuilder(rows);
      for (int i = 0; i < rows; i++) {
        row.moveTo(i);
        if (!skips(nulls, row)) {
          function.apply(row, out);
        }
        out.endRow();
      }
      return out.build();
    };
  }

  /** Returns the kernel that answers its first argument. */
  public static Kernel identity() {
    return (List<Vector> arguments, int rows, FunctionContext context) -> arguments.get(0);
  }

  private static boolean skips(NullPolicy nulls, Row row) {
    return switch (nulls) {
      case STRICT -> row.anyNull();
      case CALLED -> false;
    };
  }
}
