package karst.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.function.Row;
import karst.type.Numbers;
import karst.type.ValueOrder;
import karst.vector.Kind;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/**
 * Grouped rows as a grid: their first column says in which row of the grid a group's aggregates
 * stand, the second in which series of columns.
 */
final class Grid {
  private final List<Vector> columns;
  private final List<String> rowKeys;
  private final Map<String, Map<String, Integer>> groups = new HashMap<>();

  /** Reads the rows of a grouping. */
  Grid(StageRows rows) {
    columns = rows.whole().vectors();
    Set<String> keys = new LinkedHashSet<>();
    for (int group = 0; group < rows.rowCount(); group++) {
      String key = String.valueOf(TextOf.row(columns.get(0), group));
      keys.add(key);
      groups
          .computeIfAbsent(String.valueOf(TextOf.row(columns.get(1), group)), s -> new HashMap<>())
          .put(key, group);
    }
    rowKeys = new ArrayList<>(keys);
    // Keys that are one number in several spellings come by their bytes.
    rowKeys.sort(ValueOrder.TEXT);
    if (rowKeys.stream().allMatch(Numbers::isNumber)) {
      rowKeys.sort(ValueOrder.NUMERIC);
    }
  }

  /** Returns the texts of the rows' keys, as numbers in their order if all are, else as texts. */
  List<String> rowKeys() {
    return rowKeys;
  }

  /** Returns the keys of the rows as values. */
  Vector rowValues() {
    Map<String, Integer> groupOf = new HashMap<>();
    for (int group = 0; group < columns.get(0).size(); group++) {
      groupOf.put(String.valueOf(TextOf.row(columns.get(0), group)), group);
    }
    VectorBuilder values = new VectorBuilder(rowKeys.size());
    for (String key : rowKeys) {
      values.append(columns.get(0), groupOf.getOrDefault(key, 0));
    }
    return values.build();
  }

  /** Returns the series. */
  Set<String> series() {
    return groups.keySet();
  }

  /** Returns the sum of the numbers that a series has for an aggregate. */
  double sum(String series, int aggregate) {
    double sum = 0;
    Vector values = columns.get(2 + aggregate);
    Map<String, Integer> cells = groups.getOrDefault(series, Map.of());
    for (String key : rowKeys) {
      Integer group = cells.get(key);
      if (group != null && values.kindAt(group) != Kind.LIST && !values.isNull(group)) {
        double number = Row.numberOf(values, group);
        sum += Double.isNaN(number) ? 0 : number;
      }
    }
    return sum;
  }

  /**
   * Returns the cells of a series for an aggregate.
   *
   * @param keys the rows, also such that no group is in
   * @param zero whether a cell without a group is 0 rather than null
   */
  Vector cells(String series, int aggregate, List<String> keys, boolean zero) {
    VectorBuilder cells = new VectorBuilder(keys.size());
    Map<String, Integer> found = groups.getOrDefault(series, Map.of());
    for (String key : keys) {
      Integer group = found.get(key);
      if (group != null) {
        cells.append(columns.get(2 + aggregate), group);
      } else if (zero) {
        cells.append(0);
      } else {
        cells.appendNull();
      }
    }
    return cells.build();
  }
}
