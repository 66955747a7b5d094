package karst.cli;

import java.io.IOException;
import java.nio.file.Files;
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
  // Events are full of repetitions.
  private static final long COMPRESSION = 20;

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

  /**
   * Returns the table for many searches: in memory if it is small enough.
   *
   * @param threads how many threads may decode
   * @param maxBytes the size of a file, or about that of what is compressed in it, up to which it
   *     is loaded
   * @throws karst.source.SplException if the file cannot be read
   */
  Table openForMany(int threads, long maxBytes) {
    Table table = open();
    return size() <= maxBytes ? Tables.load(table, threads) : table;
  }

  private long size() {
    try {
      long bytes = Files.size(file);
      return file.toString().endsWith(".gz") ? bytes * COMPRESSION : bytes;
    } catch (IOException unreadable) {
      return Long.MAX_VALUE;
    }
  }
}
