package karst.content;

import java.util.List;

/**
 * What was found about the detections of a folder.
 *
 * @param results one for each file, in the order of their paths
 */
public record CheckReport(List<CheckResult> results) {
  public CheckReport {
    results = List.copyOf(results);
  }

  /** Returns how many detections fare in a way. */
  public long count(CheckResult.Status status) {
    return results.stream().filter(result -> result.status() == status).count();
  }

  /** Returns how many warnings there are. */
  public long warnings() {
    return results.stream()
        .mapToLong(result -> result.diagnostics().size() - result.errors().size())
        .sum();
  }
}
