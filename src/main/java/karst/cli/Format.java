package karst.cli;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import karst.vector.Schema;

/** How rows are written. */
enum Format {
  /** A table for people. */
  TABLE,
  /** Comma-separated values with a header. */
  CSV,
  /** One array of objects. */
  JSON,
  /** One object a line. */
  NDJSON;

  /** Reads a name in any case. */
  static Format parse(String text) {
    for (Format format : values()) {
      if (format.toString().equals(text.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw OptionValues.noneOf(Arrays.stream(values()).map(Format::toString).toList(), text);
  }

  /**
   * Returns a writer of rows.
   *
   * @param style how a table for people is laid out
   */
  RowWriter writer(OutputStream out, Schema columns, TableStyle style) {
    return switch (this) {
      case TABLE -> new TableWriter(out, columns, Terminal.width(), style);
      case CSV -> new CsvRowWriter(out, columns);
      case JSON -> new JsonRowWriter(out, columns, true);
      case NDJSON -> new JsonRowWriter(out, columns, false);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
