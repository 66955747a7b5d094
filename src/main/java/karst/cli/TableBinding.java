package karst.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import karst.table.Table;
import karst.table.Tables;
import picocli.CommandLine.TypeConversionException;

/**
 * A table and what it is read from.
 *
 * @param name the table's name
 * @param path a CSV file, compressed if its name ends in {@code .gz}; or a Parquet file, a folder
 *     or a pattern of such files
 */
record TableBinding(String name, String path) {
  // Events are full of repetitions.
  private static final long COMPRESSION = 20;

  /** Reads {@code NAME=FILE}. */
  static TableBinding parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new TypeConversionException(
          "expected NAME=FILE such as Endpoint.Processes=processes.csv, not `" + text + "`");
    }
    String path = text.substring(equals + 1);
    try {
      return new TableBinding(text.substring(0, equals), Path.of(path).toString());
    } catch (InvalidPathException fault) {
      throw new TypeConversionException("`" + path + "` is no path: " + fault.getReason());
    }
  }

  /**
   * Returns the table.
   *
   * @throws karst.source.SplException if the file cannot be read
   */
  Table open() {
    return Tables.open(name, path);
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
    return Tables.isLoadable(table) && size() <= maxBytes ? Tables.load(table, threads) : table;
  }

  // Of a folder or a pattern the size is not known; its files are cut into parts that a search
  // passes over, and are read by each search anew.
  private long size() {
    try {
      Path file = Path.of(path);
      long bytes = Files.isRegularFile(file) ? Files.size(file) : Long.MAX_VALUE;
      return path.endsWith(".gz") || path.endsWith(".parquet") && bytes < Long.MAX_VALUE
          ? bytes * COMPRESSION
          : bytes;
    } catch (IOException unreadable) {
      return Long.MAX_VALUE;
    }
  }
}
