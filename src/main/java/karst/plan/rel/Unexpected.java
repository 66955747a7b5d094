package karst.plan.rel;

import java.util.List;
import java.util.Map;

/**
 * Adds a column that says how unlike a row's text is to those before it.
 *
 * @param column where the text is
 * @param by only rows that agree in these columns are compared
 * @param window to how many rows before a row is compared
 * @param digits whether digits are told apart
 * @param least the least score of a row that stays; negative for all rows
 */
public record Unexpected(int column, List<Integer> by, long window, boolean digits, double least)
    implements Transformation {
  public Unexpected {
    by = List.copyOf(by);
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of(
        "column", fields.get(column), "by", by.stream().map(fields::get).toList(), "least", least);
  }
}
