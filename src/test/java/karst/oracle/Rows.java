package karst.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A result set: rows in order (spl-semantics §0.1). A row maps fields to a {@code String} or a
 * {@code List<String>} of two or more; a field that is null is not in the map.
 *
 * @param columns the fields that exist, in order. In Splunk these are the fields of all rows; here
 *     also one that a table or a command declares and no row has a value for
 */
record Rows(Set<String> columns, List<Map<String, Object>> all) {
  Rows {
    columns = Collections.unmodifiableSet(new LinkedHashSet<>(columns));
    all = List.copyOf(all);
  }

  /** Returns no rows. */
  static Rows none() {
    return new Rows(Set.of(), List.of());
  }

  /** Returns other rows with the same columns. */
  Rows with(List<Map<String, Object>> rows) {
    return new Rows(columns, rows);
  }

  /** Returns rows made one by one from copies of these, with other columns. */
  Rows map(Set<String> newColumns, UnaryOperator<Map<String, Object>> change) {
    List<Map<String, Object>> changed = new ArrayList<>();
    for (Map<String, Object> row : all) {
      changed.add(change.apply(new LinkedHashMap<>(row)));
    }
    return new Rows(newColumns, changed);
  }
}
