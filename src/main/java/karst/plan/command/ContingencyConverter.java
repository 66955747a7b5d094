package karst.plan.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import karst.ast.FieldName;
import karst.command.Contingency;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.StageRows;
import karst.type.SplType;
import karst.type.ValueOrder;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Schema;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** Plans {@code contingency}: the values of a field make the columns, so the rows are run first. */
public final class ContingencyConverter implements CommandConverter<Contingency> {
  @Override
  public void convert(Contingency command, PlanBuilder plan) {
    List<FieldName> fields = command.fields();
    String name = fields.get(0).name();
    plan.project(fields.stream().map(plan::field).toList(), List.of("$row", "$column"));
    StageRows rows = plan.run();
    if (rows == null) {
      plan.resumeUnknown(new Schema(List.of(new Column(name, SplType.STRING))));
      return;
    }
    Batch table = new Counts(rows).table(command, name);
    plan.resume(new StageRows(table.schema(), table.rowCount() == 0 ? List.of() : List.of(table)));
  }

  /** How often values meet; each value of a multivalue counts. */
  private static final class Counts {
    private final Map<String, Map<String, Long>> cells = new HashMap<>();
    private final Map<String, Long> rowSums = new HashMap<>();
    private final Map<String, Long> columnSums = new HashMap<>();

    Counts(StageRows rows) {
      for (Batch batch : rows.batches()) {
        for (int row = 0; row < batch.rowCount(); row++) {
          for (String left : TextOf.values(batch.vector(0), row)) {
            for (String right : TextOf.values(batch.vector(1), row)) {
              cells.computeIfAbsent(left, l -> new HashMap<>()).merge(right, 1L, Long::sum);
              rowSums.merge(left, 1L, Long::sum);
              columnSums.merge(right, 1L, Long::sum);
            }
          }
        }
      }
    }

    /** The most common values, as many as hold a part of all counts. */
    private static List<String> chosen(Map<String, Long> sums, long most, double cover) {
      ToLongFunction<String> count = value -> sums.getOrDefault(value, 0L);
      List<String> sorted = new ArrayList<>(sums.keySet());
      sorted.sort(Comparator.comparingLong(count).reversed().thenComparing(ValueOrder.TEXT));
      double wanted = cover * sums.values().stream().mapToLong(n -> n).sum();
      List<String> chosen = new ArrayList<>();
      long covered = 0;
      for (String value : sorted) {
        if (chosen.size() >= most || covered >= wanted) {
          break;
        }
        chosen.add(value);
        covered += count.applyAsLong(value);
      }
      return chosen;
    }

    Batch table(Contingency command, String name) {
      List<String> rows = chosen(rowSums, command.maxRows(), command.rowCover());
      List<String> columns = chosen(columnSums, command.maxColumns(), command.columnCover());
      boolean summed = !command.total().isEmpty() && !rows.isEmpty();
      Map<String, Vector> vectors = new LinkedHashMap<>();
      VectorBuilder names = new VectorBuilder(rows.size() + 1);
      rows.forEach(names::append);
      if (summed) {
        names.append(command.total());
      }
      vectors.put(name, names.build());
      for (String column : columns) {
        vectors.put(columnName(column, name, command), counts(rows, List.of(column), summed));
      }
      if (summed) {
        vectors.put(command.total(), counts(rows, columns, true));
      }
      List<Column> schema = new ArrayList<>();
      for (String column : vectors.keySet()) {
        schema.add(new Column(column, schema.isEmpty() ? SplType.STRING : SplType.NUMBER));
      }
      return Batch.of(
          new Schema(schema), List.copyOf(vectors.values()), rows.size() + (summed ? 1 : 0));
    }

    private Vector counts(List<String> rows, List<String> columns, boolean summed) {
      VectorBuilder out = new VectorBuilder(rows.size() + 1);
      long sum = 0;
      for (String row : rows) {
        long count = 0;
        for (String column : columns) {
          count += cells.getOrDefault(row, Map.of()).getOrDefault(column, 0L);
        }
        out.append(count);
        sum += count;
      }
      if (summed) {
        out.append(sum);
      }
      return out.build();
    }

    /** A value that would make a name of another meaning is marked as a value. */
    private static String columnName(String value, String rowField, Contingency command) {
      boolean taken =
          value.startsWith("_") || value.equals(rowField) || value.equals(command.total());
      return taken ? "VALUE_" + value : value;
    }
  }
}
