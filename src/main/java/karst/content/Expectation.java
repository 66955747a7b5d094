package karst.content;

import java.util.List;
import java.util.Map;

/** What a test expects of a detection. */
public sealed interface Expectation {
  /** At least one row comes back, and the fields that the detection names as objects are filled. */
  record Findings() implements Expectation {}

  /** No row comes back. */
  record Silence() implements Expectation {}

  /**
   * Some rows come back and no others, in any order.
   *
   * @param rows of each row the fields that matter, with their values
   */
  record Rows(List<Map<String, List<String>>> rows) implements Expectation {
    public Rows {
      rows = List.copyOf(rows);
    }
  }
}
