package karst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import karst.content.TestOutcome;
import karst.content.TestReport;

/** Writes the outcome of tests for people: a line for each, the reason below it. */
final class TestText {
  private TestText() {}

  static void write(TestReport report, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    for (TestOutcome outcome : report.outcomes()) {
      String status = outcome.status().name().toLowerCase(Locale.ROOT);
      String title = outcome.file() + ": " + outcome.test();
      text.append(String.format("%-7s %s\n", status, line(title)));
      if (!outcome.reason().isEmpty()) {
        text.append("        ").append(line(outcome.reason())).append('\n');
      }
    }
    text.append(summary(report)).append('\n');
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String line(String text) {
    return VisibleText.of(text.replace('\n', ' '));
  }

  private static String summary(TestReport report) {
    return String.format(
        "%d tests: %d passed, %d failed, %d skipped; %d detections without a test; %d ms",
        report.outcomes().size(),
        report.count(TestOutcome.Status.PASSED),
        report.count(TestOutcome.Status.FAILED),
        report.count(TestOutcome.Status.SKIPPED),
        report.untested(),
        report.time().toMillis());
  }
}
