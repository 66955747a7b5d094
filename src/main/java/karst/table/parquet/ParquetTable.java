package karst.table.parquet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.source.SplException;
import karst.table.Scan;
import karst.table.ScanContext;
import karst.table.ScanRequest;
import karst.table.Table;
import karst.table.UnreadableFile;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;

/**
 * The rows of some Parquet files, file after file. A column that a file lacks is null there.
 *
 * <p>Footers are read once; each scan reads the rest anew.
 */
public final class ParquetTable implements Table {
  /** Fewer rows than these do not pay for a thread. */
  private static final long ROWS_A_PART = 1 << 14;

  private final String name;
  private final Schema schema;
  private final List<FileGroup> groups;

  private ParquetTable(String name, Schema schema, List<FileGroup> groups) {
    this.name = name;
    this.schema = schema;
    this.groups = List.copyOf(groups);
  }

  /**
   * Opens files.
   *
   * @param node the data-model node whose name, with a point, is taken off column names; null for
   *     none
   * @throws SplException if one cannot be read or is no Parquet file, or if a column is text in one
   *     and a number in another
   */
  public static ParquetTable open(String name, List<Path> files, @Nullable String node) {
    List<ParquetFile> opened = new ArrayList<>();
    Map<String, Column> columns = new LinkedHashMap<>();
    Map<String, Path> origins = new LinkedHashMap<>();
    for (Path path : files) {
      ParquetFile file = ParquetFile.open(path, node);
      opened.add(file);
      for (ParquetColumn column : file.columns()) {
        Column own = new Column(column.name(), column.splType());
        columns.merge(column.name(), own, (known, other) -> common(known, other, origins, path));
        origins.putIfAbsent(column.name(), path);
      }
    }
    Schema schema = new Schema(List.copyOf(columns.values()));
    List<FileGroup> groups = new ArrayList<>();
    for (ParquetFile file : opened) {
      List<@Nullable ParquetColumn> own = own(file, schema);
      for (RowGroup group : file.rowGroups()) {
        groups.add(new FileGroup(file, own, group));
      }
    }
    return new ParquetTable(name, schema, groups);
  }

  private static Column common(Column known, Column other, Map<String, Path> origins, Path path) {
    if (known.type().equals(other.type())) {
      return known;
    }
    if (known.type().isNumeric() && other.type().isNumeric()) {
      return new Column(known.name(), SplType.NUMBER);
    }
    if (known.type().mayBeMultivalue() || other.type().mayBeMultivalue()) {
      return new Column(known.name(), SplType.DYNAMIC);
    }
    throw UnreadableFile.diagnostic(
            path,
            "column `"
                + known.name()
                + "` holds values of type "
                + other.type()
                + " there, and "
                + known.type()
                + " in `"
                + origins.get(known.name())
                + "`")
        .toException();
  }

  private static List<@Nullable ParquetColumn> own(ParquetFile file, Schema schema) {
    Map<String, ParquetColumn> byName = new LinkedHashMap<>();
    file.columns().forEach(column -> byName.put(column.name(), column));
    List<@Nullable ParquetColumn> own = new ArrayList<>();
    schema.names().forEach(column -> own.add(byName.get(column)));
    return own;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  /** Returns the files in the order of their rows; one without rows is left out. */
  public List<Path> files() {
    return groups.stream().map(group -> group.file().path()).distinct().toList();
  }

  /** Returns the number of rows. */
  public long rows() {
    return groups.stream().mapToLong(group -> group.group().getNum_rows()).sum();
  }

  @Override
  public Scan scan(ScanRequest request, ScanContext context) {
    Projection projection = Projection.of(schema, request, context.batchSize());
    return context.threads() == 1 || groups.size() < 2
        ? new SerialScan(groups, projection, context, bytes())
        : new OrderedScan(groups, projection, context);
  }

  @Override
  public List<Scan> scanParts(ScanRequest request, ScanContext context, int most) {
    Projection projection = Projection.of(schema, request, context.batchSize());
    long rows = rows();
    int parts = (int) Math.max(1, Math.min(Math.min(most, groups.size()), rows / ROWS_A_PART));
    List<Scan> scans = new ArrayList<>();
    long passed = 0;
    int from = 0;
    for (int part = 0; part < parts; part++) {
      int to = from;
      while (to < groups.size() && (part == parts - 1 || passed < rows * (part + 1) / parts)) {
        passed += groups.get(to++).group().getNum_rows();
      }
      scans.add(new SerialScan(groups.subList(from, to), projection, context, bytes()));
      from = to;
    }
    return scans;
  }

  private long bytes() {
    return groups.stream().mapToLong(FileGroup::bytes).sum();
  }
}
