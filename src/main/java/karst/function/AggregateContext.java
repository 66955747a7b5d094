package karst.function;

import karst.type.SplType;

/**
 * What an accumulator is made for.
 *
 * @param argumentType what is known of the argument; DYNAMIC when there is none
 * @param parameter the number in the function's name or second argument, such as 95 in {@code
 *     perc95(x)}; NaN when there is none
 * @param allNumbers the {@code allnum} option: one value that is no number makes the result null
 */
public record AggregateContext(SplType argumentType, double parameter, boolean allNumbers) {
  /** Returns the context of a plain call. */
  public static AggregateContext of(SplType argumentType) {
    return new AggregateContext(argumentType, Double.NaN, false);
  }
}
