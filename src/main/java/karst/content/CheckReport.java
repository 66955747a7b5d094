package karst.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import karst.source.Diagnostic;

/**
 * What was found about the detections of a folder.
 *
 * @param results one for each file, in the order of their paths
 * @param dialect the dialect of SQL that they should be written in, if one was asked for
 */
public record CheckReport(List<CheckResult> results, Optional<String> dialect) {
  public CheckReport {
    results = List.copyOf(results);
  }

  /** Returns how many detections can be written as SQL. */
  public long exportable() {
    return results.stream().filter(CheckResult::isExportable).count();
  }

  /** Returns why the others cannot, each reason with their number, the most frequent first. */
  public Map<String, Long> refusals() {
    Map<String, Long> counts = new TreeMap<>();
    for (CheckResult result : results) {
      for (Diagnostic refusal : result.refusals()) {
        counts.merge(refusal.message(), 1L, Long::sum);
      }
    }
    Map<String, Long> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
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
