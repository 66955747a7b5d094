package karst.content;

import java.time.Duration;

/**
 * What came of a test.
 *
 * @param file the detection's file below the content folder
 * @param detection the detection's title
 * @param test the test's title
 * @param status how it ended
 * @param reason why it did not pass; empty if it did
 * @param time how long it took
 */
public record TestOutcome(
    String file, String detection, String test, Status status, String reason, Duration time) {
  /** How a test ends. */
  public enum Status {
    /** As expected. */
    PASSED,
    /** Not as expected. */
    FAILED,
    /** It could not run: its data is not there, or cannot be read. */
    SKIPPED
  }
}
