package karst.table.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.table.NumberRange;
import karst.table.RequiredText;
import karst.table.Scan;
import karst.table.ScanContext;
import karst.table.ScanFilter;
import karst.table.ScanRequest;
import karst.table.Table;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a summary and then those of what it does not cover. A column that one of them lacks
 * is null there.
 */
public final class SummarizedTable implements Table {
  private final List<Table> parts;
  private final Schema schema;

  /** Creates a table of a summary and the rest, which is read only if the summary is not enough. */
  public SummarizedTable(Table summary, Table rest) {
    this.parts = List.of(summary, rest);
    Map<String, Column> columns = new LinkedHashMap<>();
    for (Table part : parts) {
      for (Column column : part.schema().columns()) {
        columns.merge(column.name(), column, SummarizedTable::common);
      }
    }
    this.schema = new Schema(List.copyOf(columns.values()));
  }

  private static Column common(Column known, Column other) {
    return known.type().equals(other.type()) ? known : new Column(known.name(), SplType.DYNAMIC);
  }

  @Override
  public String name() {
    return parts.get(0).name();
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Scan scan(ScanRequest request, ScanContext context) {
    List<Scan> scans = new ArrayList<>();
    for (Table part : parts) {
      Part own = new Part(part, request);
      scans.add(own.wide(part.scan(own.request(), context)));
    }
    return new Consecutive(scans);
  }

  @Override
  public List<Scan> scanParts(ScanRequest request, ScanContext context, int most) {
    List<Scan> scans = new ArrayList<>();
    for (Table part : parts) {
      Part own = new Part(part, request);
      int left = Math.max(1, most - scans.size());
      int share = part == parts.get(0) ? Math.max(1, left - 1) : left;
      part.scanParts(own.request(), context, share).forEach(scan -> scans.add(own.wide(scan)));
    }
    if (scans.size() > most) {
      // One thread reads the last two, one after the other.
      List<Scan> last = List.copyOf(scans.subList(most - 1, scans.size()));
      scans.subList(most - 1, scans.size()).clear();
      scans.add(new Consecutive(last));
    }
    return scans;
  }

  /** A request to this table as one to a part of it. */
  private final class Part {
    private final Table table;
    private final ScanRequest whole;
    private final List<Integer> own = new ArrayList<>();

    Part(Table table, ScanRequest whole) {
      this.table = table;
      this.whole = whole;
      for (int column : whole.columns()) {
        int index = index(column);
        if (index >= 0) {
          own.add(index);
        }
      }
    }

    int index(int column) {
      return table.schema().indexOf(schema.column(column).name());
    }

    ScanRequest request() {
      ScanFilter filter = whole.filter();
      return new ScanRequest(own, filter == null ? null : new PartFilter(filter));
    }

    /** Returns a scan with all columns that this table was asked for. */
    Scan wide(Scan scan) {
      List<Column> columns = whole.columns().stream().map(schema::column).toList();
      return new WideScan(scan, new Schema(columns));
    }

    /** The filter over the columns that the part has. */
    private final class PartFilter implements ScanFilter {
      private final ScanFilter filter;

      PartFilter(ScanFilter filter) {
        this.filter = filter;
      }

      @Override
      public List<Integer> columns() {
        return filter.columns().stream().map(Part.this::index).filter(i -> i >= 0).toList();
      }

      @Override
      public List<RequiredText> required() {
        return filter.required();
      }

      @Override
      public @Nullable ScanFilter on(int column) {
        int wide = schema.indexOf(table.schema().column(column).name());
        ScanFilter alone = filter.on(wide);
        return alone == null ? null : new PartFilter(alone);
      }

      @Override
      public @Nullable NumberRange range(int column) {
        int wide = schema.indexOf(table.schema().column(column).name());
        return schema.column(wide).type().isNumeric() ? filter.range(wide) : null;
      }

      @Override
      public RowPredicate open() {
        RowPredicate predicate = filter.open();
        List<Column> columns = filter.columns().stream().map(schema::column).toList();
        Schema wide = new Schema(columns);
        return batch -> predicate.select(widened(batch, wide));
      }
    }
  }

  private static Batch widened(Batch batch, Schema wide) {
    int rows = batch.vectors().isEmpty() ? size(batch.selection()) : batch.vector(0).size();
    List<Vector> vectors = new ArrayList<>();
    for (Column column : wide.columns()) {
      int index = batch.schema().indexOf(column.name());
      vectors.add(index < 0 ? new NullVector(rows) : batch.vector(index));
    }
    return new Batch(wide, vectors, batch.selection());
  }

  private static int size(Selection selection) {
    return selection.size() == 0 ? 0 : selection.row(selection.size() - 1) + 1;
  }

  /** A scan of a part, with nulls for the columns that the part lacks. */
  private record WideScan(Scan scan, Schema schema) implements Scan {
    @Override
    public @Nullable Batch next() {
      Batch batch = scan.next();
      return batch == null ? null : widened(batch, schema);
    }

    @Override
    public void close() {
      scan.close();
    }
  }

  /** Scans one after the other. */
  private static final class Consecutive implements Scan {
    private final List<Scan> scans;
    private int next;

    Consecutive(List<Scan> scans) {
      this.scans = scans;
    }

    @Override
    public Schema schema() {
      return scans.get(0).schema();
    }

    @Override
    public @Nullable Batch next() {
      while (next < scans.size()) {
        Batch batch = scans.get(next).next();
        if (batch != null) {
          return batch;
        }
        scans.get(next++).close();
      }
      return null;
    }

    @Override
    public void close() {
      scans.forEach(Scan::close);
      next = scans.size();
    }
  }
}
