package karst.command;

import java.util.List;

/** What becomes of rows with anomalies. */
public enum AnomalyAction {
  /** Other rows are dropped. */
  FILTER,
  /** All rows stay, and say what is odd about them. */
  ANNOTATE,
  /** One table about all rows takes their place. */
  SUMMARY;

  /** The words of the option. */
  static final List<String> WORDS = List.of("filter", "annotate", "summary");

  static final String SUMMARY_OF_OPTION =
      "Keep rows with anomalies, keep all with a score, or sum up what is found";
}
