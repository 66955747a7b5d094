package karst.oracle;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import karst.table.Scan;
import karst.table.ScanContext;
import karst.table.ScanRequest;
import karst.table.Table;
import karst.vector.Batch;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A table that is read in parts however few rows it has.
 *
 * @param whole its rows
 */
record PartedTable(Table whole) implements Table {
  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public Schema schema() {
    return whole.schema();
  }

  @Override
  public Scan scan(ScanRequest request, ScanContext context) {
    return whole.scan(request, context);
  }

  @Override
  public List<Scan> scanParts(ScanRequest request, ScanContext context, int most) {
    List<Batch> batches = new ArrayList<>();
    Schema schema;
    try (Scan scan = whole.scan(request, context)) {
      schema = scan.schema();
      for (Batch batch = scan.next(); batch != null; batch = scan.next()) {
        batches.add(batch);
      }
    }
    List<Scan> parts = new ArrayList<>();
    for (int part = 0; part < most; part++) {
      int from = batches.size() * part / most;
      int to = batches.size() * (part + 1) / most;
      parts.add(new Part(schema, batches.subList(from, to).iterator()));
    }
    return parts;
  }

  private record Part(Schema schema, Iterator<Batch> batches) implements Scan {
    @Override
    public @Nullable Batch next() {
      return batches.hasNext() ? batches.next() : null;
    }

    @Override
    public void close() {}
  }
}
