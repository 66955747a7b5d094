package karst.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/** How rows are written. */
enum Format {
  /** A table for people. */
  TABLE,
  /** Comma-separated values with a header. */
  CSV,
  /** One array of objects. */
  JSON,
  /** One object a line. */
  NDJSON,
  /** A file of Apache Parquet. */
  PARQUET;

  /** Reads a name in any case. */
  static Format parse(String text) {
    for (Format format : values()) {
      if (format.toString().equals(text.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw OptionValues.noneOf(Arrays.stream(values()).map(Format::toString).toList(), text);
  }

  /** Returns the format that the name of a file tells, or that of people. */
  static Format of(@Nullable Path output) {
    return output != null && output.toString().endsWith("." + PARQUET) ? PARQUET : TABLE;
  }

  /** Returns whether rows of several searches can stand in one output. */
  boolean tellsSearches() {
    return this == TABLE || this == NDJSON;
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
      case PARQUET -> new ParquetRowWriter(out, columns);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
