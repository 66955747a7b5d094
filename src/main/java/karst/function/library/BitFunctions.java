package karst.function.library;

import static karst.function.Kernels.number;
import static karst.function.ScalarFunction.named;
import static karst.type.SplType.NUMBER;

import java.util.List;
import java.util.function.LongBinaryOperator;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.type.SplType;

/**
 * Functions on the bits of whole numbers from 0 to 2<sup>53</sup> - 1, which are those that a
 * number holds exactly; anything else gives null (spl-semantics §3.8).
 */
final class BitFunctions {
  private static final long MASK = (1L << 53) - 1;
  private static final long NONE = -1;

  static final List<ScalarFunction> ALL =
      List.of(
          several("bit_and", "Bits that are set in all numbers")
              .example("bit_and(5, 3)", "1")
              .kernel(number(row -> folded(row, (a, b) -> a & b))),
          named("bit_not", "Bits of a mask that are not set in a number; the mask has 53 bits")
              .param("number", NUMBER)
              .optional("mask", NUMBER)
              .returns(NUMBER)
              .example("bit_not(5, 7)", "2")
              .kernel(number(BitFunctions::complement)),
          several("bit_or", "Bits that are set in any number")
              .example("bit_or(5, 3)", "7")
              .kernel(number(row -> folded(row, (a, b) -> a | b))),
          shift("bit_shift_left", "Bits moved towards the high end")
              .example("bit_shift_left(5, 2)", "20")
              .kernel(number(row -> shifted(row, (bits, by) -> bits << by))),
          shift("bit_shift_right", "Bits moved towards the low end")
              .example("bit_shift_right(20, 2)", "5")
              .kernel(number(row -> shifted(row, (bits, by) -> bits >>> by))),
          several("bit_xor", "Bits that are set in an odd number of numbers")
              .example("bit_xor(5, 3)", "6")
              .kernel(number(row -> folded(row, (a, b) -> a ^ b))));

  private BitFunctions() {}

  private static ScalarFunction.Builder several(String name, String summary) {
    return named(name, summary)
        .param("number", NUMBER)
        .param("other", NUMBER)
        .rest("more", NUMBER)
        .returns(NUMBER);
  }

  private static ScalarFunction.Builder shift(String name, String summary) {
    SplType number = NUMBER;
    return named(name, summary).param("number", number).param("offset", number).returns(number);
  }

  private static double folded(Row row, LongBinaryOperator operator) {
    long result = bits(row, 0);
    for (int i = 1; i < row.count() && result != NONE; i++) {
      long next = bits(row, i);
      result = next == NONE ? NONE : operator.applyAsLong(result, next);
    }
    return result == NONE ? Double.NaN : result;
  }

  private static double complement(Row row) {
    long bits = bits(row, 0);
    long mask = row.count() > 1 ? bits(row, 1) : MASK;
    return bits == NONE || mask == NONE ? Double.NaN : ~bits & mask;
  }

  private static double shifted(Row row, LongBinaryOperator operator) {
    long bits = bits(row, 0);
    long by = bits(row, 1);
    if (bits == NONE || by == NONE) {
      return Double.NaN;
    }
    // A long shifts by at most 63; further out no bit is left.
    return by > 53 ? 0 : operator.applyAsLong(bits, by) & MASK;
  }

  private static long bits(Row row, int argument) {
    double number = row.number(argument);
    return number >= 0 && number <= MASK && number == Math.rint(number) ? (long) number : NONE;
  }
}
