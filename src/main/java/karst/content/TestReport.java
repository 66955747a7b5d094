package karst.content;

import java.time.Duration;
import java.util.List;
import karst.source.Diagnostic;

/**
 * What came of the tests of a folder.
 *
 * @param outcomes one for each test, in the order of the detections' paths
 * @param untested how many detections have no test
 * @param dataWarnings the warnings about the data that were searched, each once
 * @param time how long all took
 */
public record TestReport(
    List<TestOutcome> outcomes, int untested, List<Diagnostic> dataWarnings, Duration time) {
  public TestReport {
    outcomes = List.copyOf(outcomes);
    dataWarnings = List.copyOf(dataWarnings);
  }

  /** Returns how many tests ended in a way. */
  public long count(TestOutcome.Status status) {
    return outcomes.stream().filter(outcome -> outcome.status() == status).count();
  }
}
