package karst.function.library;

import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.NUMBER;

import karst.function.MultivaluePolicy;
import karst.function.NullPolicy;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.vector.Kind;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** What addtotals does to a row. */
public final class TotalFunction {
  /** The sum of those of its arguments that are numbers; null when none is. */
  public static final ScalarFunction TOTAL =
      ScalarFunction.named("total", "The sum of those of the arguments that are numbers")
          .rest("value", DYNAMIC)
          .returns(NUMBER)
          .nulls(NullPolicy.CALLED)
          .multivalue(MultivaluePolicy.WHOLE)
          .kernel(
              (arguments, rows, context) -> {
                VectorBuilder totals = new VectorBuilder(rows);
                for (int row = 0; row < rows; row++) {
                  double total = 0;
                  boolean any = false;
                  for (Vector argument : arguments) {
                    Kind kind = argument.kindAt(row);
                    boolean single = kind == Kind.NUMBER || kind == Kind.TEXT;
                    double number = single ? Row.numberOf(argument, row) : Double.NaN;
                    if (!Double.isNaN(number)) {
                      total += number;
                      any = true;
                    }
                  }
                  if (any && !Double.isNaN(total)) {
                    totals.append(total);
                  } else {
                    totals.appendNull();
                  }
                }
                return totals.build();
              });

  private TotalFunction() {}
}
