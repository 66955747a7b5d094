package karst.content;

import org.jspecify.annotations.Nullable;

/**
 * A test that is ready to run.
 *
 * @param detection the detection under test
 * @param name the title
 * @param data what the detection searches
 * @param expectation what has to come out
 * @param obstacle why the test cannot run; null if it can
 */
record TestCase(
    Detection detection,
    String name,
    TestData data,
    Expectation expectation,
    @Nullable String obstacle) {
  /** Returns a test over data. */
  static TestCase over(Detection detection, String name, TestData data, Expectation expectation) {
    return new TestCase(detection, name, data, expectation, null);
  }

  /** Returns a test that cannot run. */
  static TestCase blocked(Detection detection, String name, String obstacle) {
    return new TestCase(detection, name, TestData.none(), new Expectation.Findings(), obstacle);
  }
}
