package karst.table;

import java.util.List;
import karst.vector.Column;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which cells a scan decodes, and when.
 *
 * @param schema the columns to deliver
 * @param columns their indexes in the table's schema
 * @param filter chooses the rows; null for all
 * @param filterSchema the columns that the filter reads, none without a filter
 * @param header which cell each of the table's columns is
 * @param batchSize the largest number of rows in a batch
 */
record CsvProjection(
    Schema schema,
    List<Integer> columns,
    @Nullable ScanFilter filter,
    Schema filterSchema,
    CsvHeader header,
    int batchSize) {
  /** Returns the projection of a request. */
  static CsvProjection of(CsvHeader header, ScanRequest request, int batchSize) {
    ScanFilter filter = request.filter();
    List<Integer> tested = filter == null ? List.of() : filter.columns();
    return new CsvProjection(
        schema(header, request.columns()),
        request.columns(),
        filter,
        schema(header, tested),
        header,
        batchSize);
  }

  private static Schema schema(CsvHeader header, List<Integer> columns) {
    List<Column> chosen = columns.stream().map(index -> header.schema().column(index)).toList();
    return new Schema(chosen);
  }

  /** Returns a new decoder for each of some columns of the table. */
  List<CellDecoder> decoders(List<Integer> ofColumns) {
    return ofColumns.stream()
        .map(
            index ->
                CellDecoder.of(
                    header.schema().column(index).type(),
                    header.cells().get(index),
                    header.blanks()))
        .toList();
  }
}
