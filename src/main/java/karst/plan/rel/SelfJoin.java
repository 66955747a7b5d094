package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Each row beside other rows with the same keys: the columns of the one, then those of the other.
 *
 * @param keys the columns that must agree
 * @param max how many others a row meets at most
 * @param keepSingle whether a row that meets none stays, with nulls beside it
 */
public record SelfJoin(List<Integer> keys, long max, boolean keepSingle) implements Transformation {
  public SelfJoin {
    keys = List.copyOf(keys);
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("keys", keys.stream().map(fields::get).toList());
    if (max != Long.MAX_VALUE) {
      terms.put("max", max);
    }
    return terms;
  }
}
