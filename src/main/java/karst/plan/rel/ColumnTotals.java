package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds a last row with the sums of columns.
 *
 * @param columns which are summed up
 * @param labelColumn the column that names the row, or {@link WindowAggregate#NO_COLUMN}
 * @param label what stands there
 */
public record ColumnTotals(List<Integer> columns, int labelColumn, String label)
    implements Transformation {
  public ColumnTotals {
    columns = List.copyOf(columns);
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("columns", columns.stream().map(fields::get).toList());
    if (labelColumn != WindowAggregate.NO_COLUMN) {
      terms.put("label", fields.get(labelColumn) + "=" + label);
    }
    return terms;
  }
}
