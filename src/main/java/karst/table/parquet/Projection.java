package karst.table.parquet;

import java.util.ArrayList;
import java.util.List;
import karst.table.NumberRange;
import karst.table.ScanFilter;
import karst.table.ScanRequest;
import karst.vector.Column;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a scan reads, and what its filter says of each column alone.
 *
 * @param schema the columns to deliver
 * @param columns their indexes in the table's schema
 * @param filter chooses the rows; null for all
 * @param filterSchema the columns that the filter reads, none without a filter
 * @param gates for each of these a filter of it alone; null where there is none
 * @param ranges for each of these the bounds of what passes; null where there are none
 * @param batchSize the largest number of rows in a batch
 */
record Projection(
    Schema schema,
    List<Integer> columns,
    @Nullable ScanFilter filter,
    Schema filterSchema,
    List<@Nullable ScanFilter> gates,
    List<@Nullable NumberRange> ranges,
    int batchSize) {
  /** Returns the projection of a request to a table with a schema. */
  static Projection of(Schema table, ScanRequest request, int batchSize) {
    ScanFilter filter = request.filter();
    List<@Nullable ScanFilter> gates = new ArrayList<>();
    List<@Nullable NumberRange> ranges = new ArrayList<>();
    List<Integer> tested = filter == null ? List.of() : filter.columns();
    for (int column : tested) {
      boolean numeric = filter != null && table.column(column).type().isNumeric();
      gates.add(filter == null || numeric ? null : filter.on(column));
      ranges.add(filter != null && numeric ? filter.range(column) : null);
    }
    return new Projection(
        project(table, request.columns()),
        request.columns(),
        filter,
        project(table, tested),
        gates,
        ranges,
        batchSize);
  }

  /** Returns the columns that the filter reads, as indexes into the table's schema. */
  List<Integer> tested() {
    return filter == null ? List.of() : filter.columns();
  }

  private static Schema project(Schema table, List<Integer> columns) {
    List<Column> chosen = columns.stream().map(table::column).toList();
    return new Schema(chosen);
  }
}
