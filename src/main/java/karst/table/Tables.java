package karst.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The ways to make a table. */
public final class Tables {
  private Tables() {}

  /**
   * Opens a CSV file; a file named {@code .gz} is decompressed.
   *
   * @param name for a dataset's table {@code Model.Dataset}: then column names may have the
   *     dataset's prefix, {@code Dataset.field}, which is taken off
   * @throws karst.source.SplException if the file cannot be read or its header is malformed
   */
  public static Table csv(String name, Path file) {
    int dot = name.lastIndexOf('.');
    String dataset = dot < 0 ? null : name.substring(dot + 1);
    return CsvTable.open(name, file, CsvOptions.defaults().withPrefix(dataset));
  }

  /**
   * Makes a table of rows.
   *
   * @param rows the fields of each row; the columns are all names, in order of appearance
   * @throws karst.source.SplException if a value has a class that no field can hold
   */
  public static Table memory(String name, List<? extends Map<String, ?>> rows) {
    return MemoryTable.builder(name).rows(rows).build();
  }

  /**
   * Makes a table of columns.
   *
   * @param columns for each name a {@link karst.vector.Vector}, an array, or a list
   * @throws karst.source.SplException if columns differ in length, or a value has a class that no
   *     field can hold
   */
  public static Table memory(String name, Map<String, ?> columns) {
    return MemoryTable.ofColumns(name, columns);
  }

  /**
   * Reads a whole table into memory, where each distinct text is kept once: searches over it are
   * much faster than over a file, and a selective one does not look at the other rows.
   *
   * @param threads how many threads may decode
   * @throws karst.source.SplException if the table cannot be read, or a column is too large
   */
  public static LoadedTable load(Table table, int threads) {
    return LoadedTable.of(table, ScanSettings.defaults().withThreads(threads));
  }
}
