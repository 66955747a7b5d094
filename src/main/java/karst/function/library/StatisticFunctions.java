package karst.function.library;

import static karst.function.NullPolicy.CALLED;
import static karst.function.ScalarFunction.named;
import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.NUMBER;

import java.util.List;
import karst.function.Kernels;
import karst.function.MultivaluePolicy;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.function.ValueBuilder;
import karst.type.SplType;
import karst.vector.Kind;
import karst.vector.Vector;

/**
 * Statistics over the arguments of one row, lists taken apart and nulls left out (spl-semantics
 * §3.8). For {@code sum} and {@code avg} what is no number is left out too.
 */
final class StatisticFunctions {
  static final List<ScalarFunction> ALL =
      List.of(
          statistic("avg", "Mean of the numbers", NUMBER)
              .example("avg(1, 2, \"x\", null())", "1.5")
              .kernel(Kernels.number(CALLED, row -> sum(row) / count(row))),
          statistic("max", "Largest value; a text is larger than any number", DYNAMIC)
              .example("max(1, 10, 9)", "10")
              .example("max(1, \"a\", 9)", "a")
              .kernel(Kernels.value(CALLED, (row, out) -> extreme(row, 1, out))),
          statistic("min", "Smallest value; a number is smaller than any text", DYNAMIC)
              .example("min(10, 9, \"a\")", "9")
              .example("min(null(), null())", "null")
              .kernel(Kernels.value(CALLED, (row, out) -> extreme(row, -1, out))),
          statistic("sum", "Sum of the numbers", NUMBER)
              .example("sum(1, 2, null())", "3")
              .kernel(Kernels.number(CALLED, row -> count(row) == 0 ? Double.NaN : sum(row))));

  private StatisticFunctions() {}

  private static ScalarFunction.Builder statistic(String name, String summary, SplType returns) {
    return named(name, summary)
        .param("value", DYNAMIC)
        .rest("more", DYNAMIC)
        .returns(returns)
        .nulls(CALLED)
        .multivalue(MultivaluePolicy.WHOLE);
  }

  private static double sum(Row row) {
    double sum = 0;
    for (int argument = 0; argument < row.count(); argument++) {
      for (int i = row.from(argument); i < row.to(argument); i++) {
        double number = Row.numberOf(row.elements(argument), i);
        sum += Double.isNaN(number) ? 0 : number;
      }
    }
    return sum;
  }

  private static int count(Row row) {
    int count = 0;
    for (int argument = 0; argument < row.count(); argument++) {
      for (int i = row.from(argument); i < row.to(argument); i++) {
        count += Double.isNaN(Row.numberOf(row.elements(argument), i)) ? 0 : 1;
      }
    }
    return count;
  }

  private static void extreme(Row row, int sign, ValueBuilder out) {
    Vector best = null;
    int at = 0;
    for (int argument = 0; argument < row.count(); argument++) {
      Vector elements = row.elements(argument);
      for (int i = row.from(argument); i < row.to(argument); i++) {
        boolean better =
            elements.kindAt(i) != Kind.BOOLEAN
                && (best == null || sign * MixedOrder.compare(elements, i, best, at) > 0);
        if (better) {
          best = elements;
          at = i;
        }
      }
    }
    if (best == null) {
      out.appendNull();
    } else {
      out.append(best, at);
    }
  }
}
