package karst.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Compares what a detection found with what was expected. */
final class Verdict {
  private Verdict() {}

  /**
   * Returns what is not as expected, or why the run did not end; empty if all is well.
   *
   * @param whyEmpty finds out why there are no rows
   */
  static String of(Expectation expectation, DetectionRun run, Supplier<String> whyEmpty) {
    if (!run.reason().isEmpty()) {
      return run.reason();
    }
    if (expectation instanceof Expectation.Silence) {
      return run.rows() == 0
          ? ""
          : "expected no rows, found " + run.rows() + ": " + text(run.findings().get(0));
    }
    if (run.rows() == 0) {
      String why = whyEmpty.get();
      return why.isEmpty() ? "nothing was found" : "nothing was found: " + why;
    }
    return expectation instanceof Expectation.Rows rows
        ? compare(rows.rows(), run.findings())
        : unfilled(run.findings());
  }

  private static String unfilled(List<Finding> findings) {
    for (Finding finding : findings) {
      for (RiskObject object : finding.detection().risk().objects()) {
        if (finding.texts(object.field()).stream().allMatch(String::isEmpty)) {
          return "the field `"
              + object.field()
              + "`, which the detection names as "
              + (object.role() == RiskObject.Role.RISK ? "a risk object" : "a threat object")
              + ", has no value in: "
              + text(finding);
        }
      }
    }
    return "";
  }

  /** Gives each expected row a found one; the first that fits, since rows seldom fit two. */
  private static String compare(List<Map<String, List<String>>> expected, List<Finding> findings) {
    List<Finding> left = new ArrayList<>(findings);
    for (Map<String, List<String>> row : expected) {
      Finding found = null;
      for (Finding finding : left) {
        if (found == null && fits(row, finding)) {
          found = finding;
        }
      }
      if (found == null) {
        return "no row is " + row + (left.isEmpty() ? "" : "; there is " + text(left.get(0)));
      }
      left.remove(found);
    }
    return left.isEmpty() ? "" : "there is a row that was not expected: " + text(left.get(0));
  }

  private static boolean fits(Map<String, List<String>> row, Finding finding) {
    return row.entrySet().stream()
        .allMatch(field -> field.getValue().equals(finding.texts(field.getKey())));
  }

  private static String text(Finding finding) {
    List<String> fields = new ArrayList<>();
    for (String field : finding.fields().keySet()) {
      fields.add(field + "=" + String.join(", ", finding.texts(field)));
    }
    return String.join("; ", fields);
  }
}
