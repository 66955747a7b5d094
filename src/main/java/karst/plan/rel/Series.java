package karst.plan.rel;

import java.util.List;
import java.util.Map;

/**
 * Adds columns that are made of the rows before, one after the input's for each formula.
 *
 * @param formulas at least one
 */
public record Series(List<Formula> formulas) implements Transformation {
  public Series {
    formulas = List.copyOf(formulas);
  }

  /**
   * What is made of a column.
   *
   * @param column the input's column
   * @param kind what is made of it
   * @param rows how many rows before, or how many numbers; without meaning for a running sum
   */
  public record Formula(int column, Kind kind, int rows) {}

  /** What is made of a column. */
  public enum Kind {
    /** The sum of the numbers so far; null in a row without one. */
    RUNNING_SUM,
    /** The distance from the number some rows before. */
    DIFFERENCE,
    /** The value some rows before. */
    EARLIER,
    /** The mean of the last numbers. */
    SIMPLE_AVERAGE,
    /** The mean of the last numbers, the later ones weighing more. */
    WEIGHTED_AVERAGE,
    /** The mean of all numbers, those before weighing less and less. */
    EXPONENTIAL_AVERAGE
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of(
        "made",
        formulas.stream()
            .map(f -> f.kind() + "(" + fields.get(f.column()) + ", " + f.rows() + ")")
            .toList());
  }
}
