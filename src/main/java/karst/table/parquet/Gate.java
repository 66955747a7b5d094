package karst.table.parquet;

import java.util.ArrayList;
import java.util.List;
import karst.table.ScanFilter;
import karst.table.ScanFilter.RowPredicate;
import karst.vector.Batch;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.StringVector;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says of one column of texts, asked once for each text of a chunk's dictionary in
 * place of once a row.
 *
 * @param schema the column
 * @param predicate the filter of the column alone
 */
record Gate(Schema schema, RowPredicate predicate) {
  /** Returns a worker's gate for each column that the filter reads; null where there is none. */
  static List<@Nullable Gate> open(Projection projection) {
    List<@Nullable Gate> gates = new ArrayList<>();
    for (int i = 0; i < projection.gates().size(); i++) {
      ScanFilter filter = projection.gates().get(i);
      Schema schema = new Schema(List.of(projection.filterSchema().column(i)));
      gates.add(filter == null ? null : new Gate(schema, filter.open()));
    }
    return gates;
  }

  /** Returns which codes of a dictionary pass; the last one stands for null. */
  boolean[] passing(ChunkDictionary dictionary) {
    boolean[] passing = new boolean[dictionary.size() + 1];
    StringVector texts = dictionary.texts();
    Selection selected = predicate.select(Batch.of(schema, List.of(texts), texts.size()));
    for (int i = 0; i < selected.size(); i++) {
      passing[selected.row(i)] = true;
    }
    passing[passing.length - 1] = passesNull();
    return passing;
  }

  /** Returns whether null passes. */
  boolean passesNull() {
    return predicate.select(Batch.of(schema, List.of(new NullVector(1)), 1)).size() == 1;
  }
}
