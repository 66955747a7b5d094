package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks counted combinations within groups, keeps the first of each, and adds their shares. The
 * input's columns are the keys of the groups, the values, and the count.
 *
 * @param keys how many columns make a group
 * @param values how many columns make a combination
 * @param mostFirst whether the largest count comes first
 * @param limit how many combinations of each group are kept; 0 for all
 * @param other what stands for the values beyond the limit in a row of their own; empty for none
 */
public record Ranking(int keys, int values, boolean mostFirst, long limit, String other)
    implements Transformation {
  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("by", fields.subList(0, keys));
    terms.put("values", fields.subList(keys, keys + values));
    terms.put("first", mostFirst ? "most" : "least");
    terms.put("limit", limit);
    if (!other.isEmpty()) {
      terms.put("other", other);
    }
    return terms;
  }
}
