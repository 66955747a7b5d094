package karst.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import karst.table.parquet.ParquetTable;
import karst.type.SplType;
import org.jspecify.annotations.Nullable;

/** The ways to make a table. */
public final class Tables {
  private static final String PARQUET = ".parquet";

  // Spark keeps what is not finished in files and folders whose names begin with an underscore.
  private static final InputFiles PARQUET_FILES =
      new InputFiles(
          "Parquet data",
          file -> file.toString().endsWith(PARQUET) && !file.toString().matches("(.*/)?_.*"));

  private Tables() {}

  /**
   * Opens a CSV file; a file named {@code .gz} is decompressed.
   *
   * @param name for a dataset's table {@code Model.Dataset}: then column names may have the
   *     dataset's prefix, {@code Dataset.field}, which is taken off
   * @throws karst.source.SplException if the file cannot be read or its header is malformed
   */
  public static Table csv(String name, Path file) {
    return CsvTable.open(name, file, CsvOptions.defaults().withPrefix(dataset(name)));
  }

  /**
   * Opens Parquet files, whose rows follow each other in the order of the files' names.
   *
   * @param name for a dataset's table {@code Model.Dataset}: then column names may have the
   *     dataset's prefix, {@code Dataset.field}, which is taken off
   * @param path a file, a folder (files named {@code .parquet} in it and in folders within), or a
   *     pattern such as {@code days/2024-05-*.parquet}
   * @throws karst.source.SplException if there is no such file, or one cannot be read or is no
   *     Parquet file
   */
  public static Table parquet(String name, String path) {
    return parquet(name, PARQUET_FILES.of(path));
  }

  /**
   * Opens Parquet files, whose rows follow each other in the order given.
   *
   * @throws karst.source.SplException if a file cannot be read or is no Parquet file
   */
  public static Table parquet(String name, List<Path> files) {
    return ParquetTable.open(name, files, dataset(name));
  }

  /**
   * Opens a file of either kind: a folder, and what is named {@code .parquet}, holds Parquet files;
   * any other file is a CSV file.
   *
   * @param path as {@link #parquet(String, String)} takes it
   * @throws karst.source.SplException if the file cannot be read
   */
  public static Table open(String name, String path) {
    Path file = Path.of(path);
    return path.endsWith(PARQUET) || Files.isDirectory(file)
        ? parquet(name, path)
        : csv(name, file);
  }

  private static @Nullable String dataset(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? null : name.substring(dot + 1);
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

  /** Returns whether {@link #load} can take a table: one of texts and numbers alone. */
  public static boolean isLoadable(Table table) {
    return table.schema().columns().stream()
        .allMatch(column -> column.type() instanceof SplType.Text || column.type().isNumeric());
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
