package karst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import karst.content.CheckReport;
import karst.content.CheckResult;
import karst.source.Diagnostic;
import karst.source.Location;
import karst.source.Origin;
import karst.source.Severity;

/** Writes the outcome of a check for people: a line for each detection, its warnings below it. */
final class CheckText {
  private CheckText() {}

  static void write(CheckReport report, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    for (CheckResult result : report.results()) {
      append(text, result);
    }
    text.append(summary(report)).append('\n');
    report.dialect().ifPresent(dialect -> appendExport(text, dialect, report));
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The share of detections that can be written as SQL, and why the others cannot. */
  private static void appendExport(StringBuilder text, String dialect, CheckReport report) {
    long compiled = report.count(CheckResult.Status.OK);
    text.append(
        String.format(
            Locale.ROOT,
            "%d of %d can be written in %s (%.1f%%)\n",
            report.exportable(),
            compiled,
            dialect,
            compiled == 0 ? 0 : 100.0 * report.exportable() / compiled));
    report
        .refusals()
        .forEach(
            (reason, count) ->
                text.append(String.format("%6d  ", count))
                    .append(VisibleText.of(reason))
                    .append('\n'));
  }

  private static void append(StringBuilder text, CheckResult result) {
    String status = result.status().name().toLowerCase(Locale.ROOT);
    text.append(String.format("%-11s ", status)).append(VisibleText.of(result.file()));
    List<Diagnostic> errors = result.errors();
    if (!errors.isEmpty()) {
      text.append(": ").append(line(errors.get(0)));
      if (errors.size() > 1) {
        text.append(" (and ").append(errors.size() - 1).append(" more)");
      }
    }
    text.append('\n');
    for (Diagnostic found : result.diagnostics()) {
      if (found.severity() == Severity.WARNING) {
        text.append("  ").append(line(found)).append('\n');
      }
    }
    for (Diagnostic refusal : result.refusals()) {
      text.append("  ").append(line(refusal)).append('\n');
    }
  }

  /** Returns a finding as one line: what is the matter, where, and the first hint. */
  private static String line(Diagnostic found) {
    Origin origin = found.origin();
    Location place = origin == null ? null : origin.location();
    String where = place == null ? "" : place.line() + ":" + place.column() + ": ";
    String hint = found.hints().isEmpty() ? "" : "; " + found.hints().get(0);
    String message = where + found.severity().label() + "[" + found.id() + "]: " + found.message();
    return VisibleText.of((message + hint).replace('\n', ' '));
  }

  private static String summary(CheckReport report) {
    return String.format(
        "%d detections: %d ok, %d unsupported, %d failed, %d warning%s",
        report.results().size(),
        report.count(CheckResult.Status.OK),
        report.count(CheckResult.Status.UNSUPPORTED),
        report.count(CheckResult.Status.FAILED),
        report.warnings(),
        report.warnings() == 1 ? "" : "s");
  }
}
