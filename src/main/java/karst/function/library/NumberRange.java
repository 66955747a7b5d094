package karst.function.library;

import static karst.function.ScalarFunction.named;
import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.NUMBER;
import static karst.type.SplType.multivalue;

import java.time.DateTimeException;
import karst.function.Compiled;
import karst.function.Kernels;
import karst.function.ListBuilder;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.type.InvalidSyntaxException;
import karst.type.Numbers;
import karst.type.TimeModifier;
import karst.vector.Kind;

/** The function {@code mvrange}: numbers, or times a calendar step apart (spl-semantics §3.8). */
final class NumberRange {
  /** A row may not hold more values than this; a longer range is cut. */
  static final int MAX_VALUES = 100_000;

  private static final Compiled<TimeModifier> STEP =
      new Compiled<>("time step", text -> TimeModifier.parse("+" + text));

  static final ScalarFunction DECLARATION =
      named("mvrange", "Numbers from one up to but without another")
          .param("start", NUMBER)
          .param("end", NUMBER)
          .optional("step", DYNAMIC)
          .checked(NumberRange::checkStep)
          .returns(multivalue(NUMBER))
          .example("mvrange(1, 11, 3)", "[1, 4, 7, 10]")
          .example("mvrange(0, 7200, \"1h\")", "[0, 3600]")
          .example("mvrange(5, 5)", "null")
          .kernel(Kernels.values(NumberRange::fill));

  private NumberRange() {}

  private static void checkStep(String text) {
    if (!Numbers.isNumber(text)) {
      TimeModifier.parse("+" + text);
    } else if (Numbers.parse(text) == 0) {
      throw new InvalidSyntaxException("the step of a range is not 0", 0);
    }
  }

  private static void fill(Row row, ListBuilder out) {
    double start = row.number(0);
    double end = row.number(1);
    double step = row.count() < 3 ? 1 : Row.numberOf(row.elements(2), row.from(2));
    if (!Double.isNaN(step)) {
      fill(start, end, step, out);
    } else if (row.kind(2) == Kind.TEXT) {
      fillTimes(row, start, end, out);
    }
  }

  private static void fill(double start, double end, double step, ListBuilder out) {
    for (int i = 0; i < MAX_VALUES && step != 0; i++) {
      // Multiplied, since a sum of fractions drifts.
      double value = start + i * step;
      if (Double.isNaN(value) || (step > 0 ? value >= end : value <= end)) {
        return;
      }
      out.add(value);
    }
  }

  private static void fillTimes(Row row, double start, double end, ListBuilder out) {
    TimeModifier step = STEP.of(row, 2);
    double value = start;
    for (int i = 0; i < MAX_VALUES && step != null && value < end; i++) {
      out.add(value);
      double next;
      try {
        next = step.apply(value, row.context().zone());
      } catch (DateTimeException | ArithmeticException e) {
        return;
      }
      if (!(next > value)) {
        return;
      }
      value = next;
    }
  }
}
