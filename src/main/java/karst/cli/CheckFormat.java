package karst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import karst.content.CheckReport;

/** How the outcome of a check is written. */
enum CheckFormat {
  /** A line for each detection, for people. */
  TEXT,
  /** One object. */
  JSON;

  /** Reads a name in any case. */
  static CheckFormat parse(String text) {
    return OptionValues.oneOf(values(), text);
  }

  /** Writes a report. */
  void write(CheckReport report, OutputStream out) throws IOException {
    switch (this) {
      case TEXT -> CheckText.write(report, out);
      case JSON -> CheckJson.write(report, out);
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
