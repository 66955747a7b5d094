package karst.plan.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.Xyseries;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.StageRows;
import karst.type.Numbers;
import karst.type.SplType;
import karst.type.ValueOrder;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Schema;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.apache.calcite.rex.RexNode;

/** Plans {@code xyseries}: the rows so far make the columns, so they are run first. */
public final class XyseriesConverter implements CommandConverter<Xyseries> {
  @Override
  public void convert(Xyseries command, PlanBuilder plan) {
    List<RexNode> values = command.fields().stream().map(plan::field).toList();
    List<String> names = command.fields().stream().map(FieldName::name).toList();
    plan.project(values, names);
    StageRows rows = plan.run();
    if (rows == null) {
      plan.resumeUnknown(new Schema(List.of(new Column(names.get(0), SplType.DYNAMIC))));
      return;
    }
    Batch table = table(command, names, rows);
    plan.resume(new StageRows(table.schema(), table.rowCount() == 0 ? List.of() : List.of(table)));
  }

  /** Where the value of a cell is. */
  private record Place(Batch batch, int row, int value) {}

  private static Batch table(Xyseries command, List<String> names, StageRows rows) {
    VectorBuilder keys = new VectorBuilder(16);
    Map<String, Integer> rowOf = new HashMap<>();
    // Series may share a name; what a later row, or a later field of one row, says counts then.
    Map<String, Map<Integer, Place>> cells = new HashMap<>();
    Set<String> series = new LinkedHashSet<>();
    String before = "";
    for (Batch batch : rows.batches()) {
      for (int row = 0; row < batch.rowCount(); row++) {
        String key = TextOf.row(batch.vector(0), row);
        String column = TextOf.row(batch.vector(1), row);
        if (key == null || column == null) {
          continue;
        }
        if (command.grouped() && !key.equals(before)) {
          rowOf.clear();
        }
        before = key;
        Integer at = rowOf.get(key);
        if (at == null) {
          at = keys.size();
          rowOf.put(key, at);
          keys.append(batch.vector(0), row);
        }
        series.add(column);
        for (int value = 2; value < names.size(); value++) {
          cells
              .computeIfAbsent(name(command, names, value, column), unseen -> new HashMap<>())
              .put(at, new Place(batch, row, value));
        }
      }
    }
    int count = keys.size();
    List<Column> columns = new ArrayList<>(List.of(rows.schema().column(0)));
    List<Vector> vectors = new ArrayList<>(List.of(keys.build()));
    for (int value = 2; value < names.size(); value++) {
      for (String column : sorted(series)) {
        String name = name(command, names, value, column);
        if (columns.stream().noneMatch(other -> other.name().equals(name))) {
          columns.add(new Column(name, SplType.DYNAMIC));
          vectors.add(vector(cells.getOrDefault(name, Map.of()), count));
        }
      }
    }
    return Batch.of(new Schema(columns), vectors, count);
  }

  /** Numbers by their size, texts by their bytes. */
  private static List<String> sorted(Set<String> series) {
    List<String> sorted = new ArrayList<>(series);
    sorted.sort(ValueOrder.TEXT);
    if (sorted.stream().allMatch(Numbers::isNumber)) {
      sorted.sort(ValueOrder.NUMERIC);
    }
    return sorted;
  }

  private static Vector vector(Map<Integer, Place> cells, int rows) {
    VectorBuilder out = new VectorBuilder(rows);
    for (int row = 0; row < rows; row++) {
      Place place = cells.get(row);
      if (place == null) {
        out.appendNull();
      } else {
        out.append(place.batch().vector(place.value()), place.row());
      }
    }
    return out.build();
  }

  private static String name(Xyseries command, List<String> names, int value, String column) {
    if (command.format() != null) {
      return command.format().replace("$AGG$", names.get(value)).replace("$VAL$", column);
    }
    return names.size() == 3 ? column : names.get(value) + command.separator() + column;
  }
}
