package karst.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.StringVector;
import org.jspecify.annotations.Nullable;

/** A table in memory whose texts are coded; made by {@link Tables#load}. */
public final class LoadedTable implements Table {
  /** Fewer rows than these do not pay for a thread. */
  private static final int ROWS_A_PART = 1 << 14;

  private final String name;
  private final Schema schema;
  private final List<LoadedColumn> columns;
  private final int rows;

  private LoadedTable(String name, Schema schema, List<LoadedColumn> columns, int rows) {
    this.name = name;
    this.schema = schema;
    this.columns = List.copyOf(columns);
    this.rows = rows;
  }

  /**
   * Reads a table of texts and numbers.
   *
   * @throws karst.source.SplException if the table cannot be read, or a column is too large
   */
  static LoadedTable of(Table table, ScanContext context) {
    Schema schema = table.schema();
    List<ColumnBuilder> builders = new ArrayList<>();
    for (Column column : schema.columns()) {
      builders.add(builder(table, column));
    }
    List<Integer> all = IntStream.range(0, schema.size()).boxed().toList();
    int rows = 0;
    try (Scan scan = table.scan(ScanRequest.of(all), context)) {
      for (Batch batch = scan.next(); batch != null; batch = scan.next()) {
        for (int i = 0; i < builders.size(); i++) {
          builders.get(i).append(batch.packed(i));
        }
        rows = Math.addExact(rows, batch.rowCount());
      }
    } catch (ArithmeticException overflow) {
      throw unfit(table, "it is too large to be loaded");
    }
    List<LoadedColumn> columns = builders.stream().map(ColumnBuilder::build).toList();
    return new LoadedTable(table.name(), schema, columns, rows);
  }

  private static ColumnBuilder builder(Table table, Column column) {
    if (column.type() instanceof SplType.Text) {
      return new CodedColumn.Builder();
    }
    if (column.type().isNumeric()) {
      return new NumberColumn.Builder();
    }
    throw unfit(table, "its column `" + column.name() + "` holds values of several kinds");
  }

  private static SplException unfit(Table table, String reason) {
    return Diagnostic.error(
            DiagnosticCode.MALFORMED_DATA, "cannot load `" + table.name() + "`: " + reason)
        .toException();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  /** Returns the number of rows. */
  public int rows() {
    return rows;
  }

  /** Returns about how many bytes of memory the table takes. */
  public long memory() {
    return columns.stream().mapToLong(LoadedColumn::memory).sum();
  }

  @Override
  public ColumnFacts facts(int column) {
    return columns.get(column).facts();
  }

  /** Returns a column. */
  LoadedColumn column(int index) {
    return columns.get(index);
  }

  /** Returns the distinct texts of a column, the code of each its row; null for numbers. */
  public @Nullable StringVector distinct(int column) {
    return columns.get(column) instanceof CodedColumn coded ? coded.texts() : null;
  }

  /**
   * Marks the rows of some texts of a column.
   *
   * @param codes rows of {@link #distinct}
   * @param missing whether rows without a text are wanted, too
   * @param found gets the rows
   */
  public void mark(int column, BitSet codes, boolean missing, BitSet found) {
    ((CodedColumn) columns.get(column)).mark(codes, missing, found);
  }

  /**
   * Starts to read some rows.
   *
   * @param rows in ascending order
   */
  public Scan scan(ScanRequest request, Selection rows, ScanContext context) {
    return new LoadedScan(this, request, context, rows, rows.size(), null);
  }

  @Override
  public boolean isResident(ScanContext context) {
    return true;
  }

  @Override
  public Scan scan(ScanRequest request, ScanContext context) {
    return scanParts(request, context, 1).get(0);
  }

  @Override
  public List<Scan> scanParts(ScanRequest request, ScanContext context, int most) {
    ScanFilter filter = request.filter();
    Candidates candidates = new Candidates(this);
    Selection all = filter == null ? Selection.all(rows) : candidates.rows(filter);
    PassingTexts texts = filter == null ? null : candidates.texts(filter, all.size());
    int parts = Math.max(1, Math.min(most, all.size() / ROWS_A_PART));
    List<Scan> scans = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int from = start(part, parts, all.size());
      Selection own = all.slice(from, start(part + 1, parts, all.size()) - from);
      scans.add(new LoadedScan(this, request, context, own, all.size(), texts));
    }
    return scans;
  }

  private static int start(int part, int parts, int rows) {
    return (int) ((long) rows * part / parts);
  }
}
