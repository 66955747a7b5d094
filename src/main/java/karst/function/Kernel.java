package karst.function;

import java.util.List;
import karst.vector.Vector;

/**
 * What a function does to columns.
 *
 * <p>Arguments arrive as the parameters declare them: a NUMBER parameter as numbers (text that is
 * no number is null), a STRING parameter as texts (numbers are formatted), DYNAMIC as it comes. No
 * argument is mixed; lists come only under {@link MultivaluePolicy#WHOLE}. An argument may be a
 * {@link karst.vector.ConstantVector} or {@link karst.vector.NullVector}: read rows through the
 * accessors, or switch on the class for speed. {@link Kernels} makes kernels of plain functions.
 */
@FunctionalInterface
public interface Kernel {
  /**
   * Computes a column.
   *
   * @param arguments one vector an argument, each of {@code rows} rows
   * @param rows the number of rows
   * @param context clock, time zone, regex cache
   * @return a vector of {@code rows} rows
   */
  Vector apply(List<Vector> arguments, int rows, FunctionContext context);
}
