package karst.plan.rel;

import java.util.List;
import java.util.Map;
import karst.plan.SubsearchText;

/**
 * One row whose field {@code search} says what the rows are, as terms of a search.
 *
 * @param words how rows are put into words
 * @param maxRows how many rows count
 */
public record FormatRows(SubsearchText.Words words, long maxRows) implements Transformation {
  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of("words", words);
  }
}
