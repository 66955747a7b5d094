package karst.spark;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Where the rows of a table are.
 *
 * @param format {@code csv}, {@code lines} (CSV without line breaks in its cells, which can be read
 *     in parts), {@code parquet}, {@code table}, or a format that the user's Spark knows
 * @param path of the files, or the name of a table of the catalog
 */
record SparkLocation(String format, String path) {
  private static final List<String> KNOWN =
      List.of("csv", "lines", "parquet", "orc", "json", "table", "delta", "iceberg", "avro");

  /** How many rows one task may read: the width of Spark's own row numbers. */
  private static final long ROWS_OF_TASK = (1L << 33) - 1;

  private static final int BITS_OF_FILE = 40;

  /** Reads {@code FORMAT:PATH}, or a path whose ending tells the format. */
  static SparkLocation parse(String location) {
    int colon = location.indexOf(':');
    if (colon > 0 && KNOWN.contains(location.substring(0, colon))) {
      return new SparkLocation(location.substring(0, colon), location.substring(colon + 1));
    }
    String ending = location.toLowerCase(Locale.ROOT);
    if (ending.endsWith(".csv") || ending.endsWith(".csv.gz")) {
      return new SparkLocation("csv", location);
    }
    if (ending.endsWith(".parquet")) {
      return new SparkLocation("parquet", location);
    }
    throw Diagnostic.error(
            DiagnosticCode.BAD_OPTION, "`" + location + "` does not tell the format of its rows")
        .hint("write csv:PATH, lines:PATH, parquet:PATH, table:NAME, delta:PATH, ...")
        .toException();
  }

  /**
   * Makes a table of the rows.
   *
   * @param ordinal a column that tells their order
   * @throws SplException if Spark cannot read them
   */
  SparkTable open(SparkSession session, String name, Optional<String> ordinal) {
    try {
      Dataset<Row> rows = rows(session);
      Optional<Column> order =
          ordinal.isPresent()
              ? ordinal.map(column -> rows.col(SourceView.quoted(column)))
              : order(rows);
      return SourceView.create(session, name, rows, order);
    } catch (RuntimeException | IOException fault) {
      throw unreadable(fault);
    }
  }

  private SplException unreadable(Exception fault) {
    return new SplException(
        Diagnostic.error(
            DiagnosticCode.UNREADABLE_FILE,
            "spark cannot read `" + format + ":" + path + "`: " + fault.getMessage()),
        fault);
  }

  private Dataset<Row> rows(SparkSession session) throws IOException {
    return switch (format) {
      case "csv" -> {
        String[] files = session.read().text(path).inputFiles();
        yield csv(session)
            .option("multiLine", true)
            .option("lineSep", ending(session, files))
            .csv(path);
      }
      case "lines" -> csv(session).csv(path);
      case "table" -> session.table(path);
      default -> session.read().format(format).load(path);
    };
  }

  private static DataFrameReader csv(SparkSession session) {
    return session
        .read()
        .option("header", true)
        .option("escape", "\"")
        .option("nullValue", "")
        .option("emptyValue", "");
  }

  private static String ending(SparkSession session, String[] files) throws IOException {
    return files.length == 0 ? "\n" : RecordEnding.of(session, files[0]);
  }

  /**
   * The place of a row among all files, by the order of their names: of CSV the file, the place of
   * the block that a task reads and the number of the row in it, of Parquet the file and the row's
   * number.
   */
  private Optional<Column> order(Dataset<Row> rows) {
    Column row =
        switch (format) {
          case "csv", "lines" ->
              functions
                  .col("_metadata.file_block_start")
                  .plus(functions.monotonically_increasing_id().bitwiseAND(ROWS_OF_TASK));
          case "parquet" -> functions.col("_metadata.row_index");
          default -> null;
        };
    if (row == null) {
      return Optional.empty();
    }
    String[] files = rows.inputFiles();
    Arrays.sort(files);
    if (files.length < 2) {
      return Optional.of(row);
    }
    UDF1<String, Long> rank = file -> (long) Arrays.binarySearch(files, file);
    UserDefinedFunction ranked = functions.udf(rank, DataTypes.LongType);
    Column file =
        functions.shiftleft(ranked.apply(functions.col("_metadata.file_path")), BITS_OF_FILE);
    return Optional.of(file.plus(row));
  }
}
