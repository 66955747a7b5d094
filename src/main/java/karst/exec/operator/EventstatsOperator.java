package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.exec.hash.GroupTable;
import karst.function.Accumulator;
import karst.plan.rel.Eventstats;
import karst.plan.rel.WindowAggregate;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/** Adds aggregates of each row's group to the row. */
public final class EventstatsOperator extends BlockingOperator {
  private final Eventstats eventstats;
  private final Schema schema;

  /** Creates an operator. */
  public EventstatsOperator(
      Eventstats eventstats,
      Operator input,
      Schema inputSchema,
      Schema schema,
      RunContext context) {
    super("eventstats", input, inputSchema, context);
    this.eventstats = eventstats;
    this.schema = schema;
  }

  @Override
  Batch transform(Batch all) {
    int rows = all.rowCount();
    int[] groups = new int[rows];
    int groupCount = assign(all, groups);
    List<Vector> vectors = new ArrayList<>(all.vectors());
    for (WindowAggregate call : eventstats.aggregates()) {
      Accumulator accumulator = call.function().accumulator(call.context());
      accumulator.add(
          groups, groupCount, column(all, call.argument()), column(all, call.time()), rows);
      vectors.add(spread(accumulator.result(groupCount), groups));
    }
    return Batch.of(schema, vectors, rows);
  }

  private int assign(Batch all, int[] groups) {
    if (eventstats.keys().isEmpty()) {
      return 1;
    }
    GroupTable table = new GroupTable(eventstats.keys().size());
    List<Vector> keys = eventstats.keys().stream().map(all::vector).toList();
    table.assign(keys, groups.length, groups);
    for (int row = 0; row < groups.length; row++) {
      if (lacksKey(keys, row)) {
        groups[row] = -1;
      }
    }
    return table.size();
  }

  /** Returns whether a row is in no group. */
  static boolean lacksKey(List<Vector> keys, int row) {
    for (Vector key : keys) {
      if (key.isNull(row)) {
        return true;
      }
    }
    return false;
  }

  /** Returns a column of a batch, null for none. */
  static @Nullable Vector column(Batch batch, int column) {
    return column == WindowAggregate.NO_COLUMN ? null : batch.vector(column);
  }

  private static Vector spread(Vector results, int[] groups) {
    if (Arrays.stream(groups).noneMatch(group -> group < 0)) {
      return results.gather(Selection.of(groups, groups.length));
    }
    VectorBuilder spread = new VectorBuilder(groups.length);
    for (int group : groups) {
      if (group < 0) {
        spread.appendNull();
      } else {
        spread.append(results, group);
      }
    }
    return spread.build();
  }
}
