package karst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import karst.content.DetectReport;
import karst.content.HtmlReport;

/** How findings are written. */
enum DetectFormat {
  /** A table of findings and a summary, for people. */
  TABLE,
  /** A row for each finding. */
  CSV,
  /** One object with all detections and their findings. */
  JSON,
  /** An object for each finding. */
  NDJSON,
  /** A page for a browser. */
  HTML,
  /** Events of the dataset Risk.All_Risk as CSV. */
  RISK;

  /** Reads a name in any case. */
  static DetectFormat parse(String text) {
    return OptionValues.oneOf(values(), text);
  }

  /**
   * Writes a report.
   *
   * @param states whether a table lists all detections
   */
  void write(DetectReport report, boolean states, OutputStream out) throws IOException {
    switch (this) {
      case TABLE -> new DetectTable(report, Terminal.width()).write(states, out);
      case CSV -> FindingCsv.findings(report, out);
      case RISK -> FindingCsv.risk(report, out);
      case JSON -> DetectJson.report(report, out);
      case NDJSON -> DetectJson.findings(report, out);
      case HTML -> out.write(HtmlReport.of(report).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
