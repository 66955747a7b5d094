package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a column of one row differs from that of another, as one text.
 *
 * @param first the number of the one row, counted from 1
 * @param second the number of the other
 * @param column what is compared; below 0 for a field that is null everywhere
 * @param source the column of the rows' sources; below 0 for none
 * @param named whether sources are shown
 * @param context whether the form is that of two parts for each change
 * @param maxLength no more characters are compared
 */
public record RowDiff(
    long first, long second, int column, int source, boolean named, boolean context, long maxLength)
    implements Transformation {
  /** The place of a column that is not there. */
  public static final int NO_COLUMN = -1;

  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("rows", first + ", " + second);
    if (column >= 0) {
      terms.put("column", fields.get(column));
    }
    return terms;
  }
}
