package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds aggregates of each row's group to the row. A row without a key is in no group.
 *
 * @param keys the columns that make a group; empty for one group of all rows
 * @param aggregates one column each, after the input's
 */
public record Eventstats(List<Integer> keys, List<WindowAggregate> aggregates)
    implements Transformation {
  public Eventstats {
    keys = List.copyOf(keys);
    aggregates = List.copyOf(aggregates);
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("by", keys.stream().map(fields::get).toList());
    terms.put("calls", aggregates.stream().map(call -> call.describe(fields)).toList());
    return terms;
  }
}
