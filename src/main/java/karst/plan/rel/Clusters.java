package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds columns with the number and the size of the cluster that a row's text is in.
 *
 * @param column where the text is
 * @param threshold how similar texts of one cluster are
 * @param delimiters what stands between words; null for all but letters, digits, underscores
 * @param match what is compared
 * @param counted whether there is a column with the size
 * @param all whether all rows stay, and not only the first of each cluster
 */
public record Clusters(
    int column,
    double threshold,
    @Nullable String delimiters,
    Terms match,
    boolean counted,
    boolean all)
    implements Transformation {
  /** What of two texts is compared. */
  public enum Terms {
    /** Their words, in order. */
    LIST,
    /** Their words, in any order. */
    SET,
    /** Every three characters that follow on each other. */
    GRAMS
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("column", fields.get(column));
    terms.put("threshold", threshold);
    terms.put("match", match);
    terms.put("counted", counted);
    terms.put("all", all);
    if (delimiters != null) {
      terms.put("delimiters", delimiters);
    }
    return terms;
  }
}
