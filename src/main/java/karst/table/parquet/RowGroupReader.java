package karst.table.parquet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import karst.table.NumberRange;
import karst.table.ScanFilter.RowPredicate;
import karst.vector.Batch;
import karst.vector.NullVector;
import karst.vector.Selection;
import karst.vector.Vector;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a row group that pass.
 *
 * <p>First the footer is asked whether a row can pass at all, then the dictionaries; then, batch by
 * batch, the codes of columns with a condition of their own. Only rows that are left after this are
 * decoded for the filter, and only those that it lets through are decoded in the other columns.
 */
final class RowGroupReader {
  private final ParquetInput input;
  private final RowGroup group;
  private final List<@Nullable ParquetColumn> columns;
  private final Projection projection;
  private final @Nullable RowPredicate predicate;
  private final List<@Nullable Gate> gates;
  private final Map<Integer, ColumnReader> readers = new HashMap<>();
  private final Map<Integer, boolean[]> passing = new HashMap<>();
  private final int rows;
  private int next;

  /**
   * Opens a row group.
   *
   * @param columns for each of the table's columns that of the file; null where it has none
   * @param predicate the filter, opened for this worker; null for none
   * @param gates the worker's gates, one for each column that the filter reads
   */
  RowGroupReader(
      ParquetInput input,
      RowGroup group,
      List<@Nullable ParquetColumn> columns,
      Projection projection,
      @Nullable RowPredicate predicate,
      List<@Nullable Gate> gates) {
    this.input = input;
    this.group = group;
    this.columns = columns;
    this.projection = projection;
    this.predicate = predicate;
    this.gates = gates;
    this.rows = Math.toIntExact(group.getNum_rows());
    this.next = isHopeless() ? rows : 0;
  }

  private boolean isHopeless() {
    for (int i = 0; i < projection.tested().size(); i++) {
      int index = projection.tested().get(i);
      ParquetColumn column = columns.get(index);
      NumberRange range = projection.ranges().get(i);
      if (column == null
          ? range != null || isClosed(gates.get(i))
          : range != null
              && ColumnBounds.isOutside(
                  range, column, ParquetFile.chunk(group, column, input).getMeta_data())) {
        return true;
      }
    }
    for (int i = 0; i < projection.tested().size(); i++) {
      Gate gate = gates.get(i);
      int index = projection.tested().get(i);
      if (gate != null
          && columns.get(index) != null
          && reader(index) instanceof TextReader text
          && text.isCoded()) {
        boolean[] codes = gate.passing(text.dictionary());
        if (passesNone(codes)) {
          return true;
        }
        if (!passesAll(codes)) {
          passing.put(index, codes);
        }
      }
    }
    return false;
  }

  private static boolean isClosed(@Nullable Gate gate) {
    return gate != null && !gate.passesNull();
  }

  private static boolean passesNone(boolean[] codes) {
    for (boolean passes : codes) {
      if (passes) {
        return false;
      }
    }
    return true;
  }

  private static boolean passesAll(boolean[] codes) {
    for (boolean passes : codes) {
      if (!passes) {
        return false;
      }
    }
    return true;
  }

  private ColumnReader reader(int index) {
    return readers.computeIfAbsent(index, this::open);
  }

  private ColumnReader open(int index) {
    ParquetColumn column = columns.get(index);
    return column == null
        ? chosen -> new NullVector(chosen.size())
        : ColumnReader.open(input, group, column);
  }

  /**
   * Returns the next rows, at least one, or null at the end.
   *
   * @throws karst.source.SplException if the file is damaged
   */
  @Nullable Batch next() {
    while (next < rows) {
      Selection all = Selection.range(next, Math.min(projection.batchSize(), rows - next));
      next += all.size();
      Batch batch = read(all);
      if (batch.rowCount() > 0) {
        return batch;
      }
    }
    return null;
  }

  private Batch read(Selection all) {
    if (predicate == null) {
      return Batch.of(projection.schema(), vectors(all, Map.of()), all.size());
    }
    Map<Integer, int[]> codes = new HashMap<>();
    Selection candidates = candidates(all, codes);
    if (candidates.size() == 0) {
      return none();
    }
    Map<Integer, Vector> seen = new HashMap<>();
    List<Vector> tested = new ArrayList<>();
    for (int index : projection.tested()) {
      Vector vector = tested(index, all, candidates, codes);
      seen.put(index, vector);
      tested.add(vector);
    }
    Selection selected =
        predicate.select(Batch.of(projection.filterSchema(), tested, candidates.size()));
    if (selected.size() == 0) {
      return none();
    }
    Selection wanted = all.compose(candidates).compose(selected);
    seen.replaceAll((index, vector) -> vector.gather(selected));
    return Batch.of(projection.schema(), vectors(wanted, seen), wanted.size());
  }

  private Batch none() {
    return new Batch(
        projection.schema(),
        projection.columns().stream().map(index -> (Vector) new NullVector(0)).toList(),
        Selection.all(0));
  }

  /** Returns the places among some rows of those whose codes pass; keeps the codes read. */
  private Selection candidates(Selection all, Map<Integer, int[]> codes) {
    Selection left = Selection.all(all.size());
    for (Map.Entry<Integer, boolean[]> gate : passing.entrySet()) {
      if (left.size() > 0) {
        int[] own = ((TextReader) reader(gate.getKey())).codes(all);
        codes.put(gate.getKey(), own);
        left = passing(left, own, gate.getValue());
      }
    }
    return left;
  }

  private static Selection passing(Selection left, int[] codes, boolean[] passing) {
    int[] kept = new int[left.size()];
    int size = 0;
    for (int i = 0; i < left.size(); i++) {
      int code = codes[left.row(i)];
      if (passing[code < 0 ? passing.length - 1 : code]) {
        kept[size++] = left.row(i);
      }
    }
    return Selection.of(kept, size);
  }

  private Vector tested(int index, Selection all, Selection candidates, Map<Integer, int[]> known) {
    int[] codes = known.get(index);
    if (codes == null) {
      return reader(index).read(all.compose(candidates));
    }
    int[] chosen = new int[candidates.size()];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = codes[candidates.row(i)];
    }
    return ((TextReader) reader(index)).dictionary().vector(chosen);
  }

  private List<Vector> vectors(Selection wanted, Map<Integer, Vector> seen) {
    List<Vector> vectors = new ArrayList<>(projection.columns().size());
    for (int index : projection.columns()) {
      Vector known = seen.get(index);
      vectors.add(known == null ? reader(index).read(wanted) : known);
    }
    return vectors;
  }
}
