package karst.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import karst.table.Table;
import karst.table.Tables;
import picocli.CommandLine.TypeConversionException;

/**
 * A table and the file that it is read from.
 *
 * @param name the table's name
 * @param file a CSV file, compressed if its name ends in {@code .gz}
 */
record TableBinding(String name, Path file) {

  /** Reads {@code NAME=FILE}. */
  static TableBinding parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new TypeConversionException(
          "expected NAME=FILE such as Endpoint.Processes=processes.csv, not `" + text + "`");
    }
    String file = text.substring(equals + 1);
    try {
      return new TableBinding(text.substring(0, equals), Path.of(file));
    } catch (InvalidPathException fault) {
      throw new TypeConversionException("`" + file + "` is no path: " + fault.getReason());
    }
  }

  /**
   * Returns the table.
   *
   * @throws karst.source.SplException if the file cannot be read
   */
  Table open() {
    return Tables.csv(name, file);
  }
}
