package karst.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/**
 * Rows that are made one after another while the search is planned, with columns that come up with
 * them; a cell that is not set is null.
 */
public final class GrownRows {
  private final Map<String, SplType> types = new LinkedHashMap<>();
  private final Map<String, VectorBuilder> cells = new LinkedHashMap<>();
  private final Map<String, VectorBuilder> row = new LinkedHashMap<>();
  private int rows;

  /** Creates no rows, with some columns. */
  public GrownRows(Schema start) {
    for (Column column : start.columns()) {
      types.put(column.name(), column.type());
      cells.put(column.name(), new VectorBuilder(16));
    }
  }

  /** Begins a row. */
  public void add() {
    endRow();
    rows++;
  }

  /** Sets the cells of the row to those of another. */
  public void copy(Batch batch, int at) {
    for (int i = 0; i < batch.schema().size(); i++) {
      VectorBuilder value = new VectorBuilder(1);
      value.append(batch.vector(i), at);
      row.put(batch.schema().column(i).name(), value);
    }
  }

  /** Sets a cell of the row to a text. */
  public void set(String name, String text) {
    VectorBuilder value = new VectorBuilder(1);
    value.append(text);
    row.put(name, value);
    types.merge(
        name, SplType.STRING, (before, added) -> before == added ? before : SplType.DYNAMIC);
  }

  private void endRow() {
    row.forEach(
        (name, value) -> {
          VectorBuilder column = cells.computeIfAbsent(name, key -> new VectorBuilder(rows));
          pad(column, rows - 1);
          column.appendAll(value.build());
        });
    row.clear();
  }

  private static void pad(VectorBuilder column, int size) {
    while (column.size() < size) {
      column.appendNull();
    }
  }

  /** Returns the rows; no more may be made afterwards. */
  public StageRows rows() {
    endRow();
    List<Column> columns = new ArrayList<>();
    List<Vector> vectors = new ArrayList<>();
    cells.forEach(
        (name, column) -> {
          pad(column, rows);
          columns.add(new Column(name, types.getOrDefault(name, SplType.DYNAMIC)));
          vectors.add(column.build());
        });
    Schema schema = new Schema(columns);
    return new StageRows(schema, rows == 0 ? List.of() : List.of(Batch.of(schema, vectors, rows)));
  }
}
