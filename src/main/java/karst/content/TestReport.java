package karst.content;

import java.time.Duration;
import java.util.List;

/**
 * What came of the tests of a folder.
 *
 * @param outcomes one for each test, in the order of the detections' paths
 * @param untested how many detections have no test
 * @param time how long all took
 */
public record TestReport(List<TestOutcome> outcomes, int untested, Duration time) {
  public TestReport {
    outcomes = List.copyOf(outcomes);
  }

  /** Returns how many tests ended in a way. */
  public long count(TestOutcome.Status status) {
    return outcomes.stream().filter(outcome -> outcome.status() == status).count();
  }
}
