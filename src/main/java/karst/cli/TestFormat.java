package karst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import karst.content.TestReport;

/** How the outcome of tests is written. */
enum TestFormat {
  /** A line for each test, for people. */
  TEXT,
  /** One object. */
  JSON,
  /** The XML that servers for continuous integration read. */
  JUNIT;

  /** Reads a name in any case. */
  static TestFormat parse(String text) {
    return OptionValues.oneOf(values(), text);
  }

  /** Writes a report. */
  void write(TestReport report, OutputStream out) throws IOException {
    switch (this) {
      case TEXT -> TestText.write(report, out);
      case JSON -> TestJson.write(report, out);
      case JUNIT -> JunitXml.write(report, out);
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
