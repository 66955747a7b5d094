package karst.exec.operator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import karst.exec.MemoryBudget;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.exec.expression.Evaluator;
import karst.exec.expression.EvaluatorFactory;
import karst.exec.hash.GroupTable;
import karst.plan.rel.Streamstats;
import karst.vector.Batch;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Adds to each row aggregates of the rows of its group up to it: batch by batch, each row in turn,
 * since a reset may hang on the results of the row before.
 */
public final class StreamstatsOperator implements Operator {
  private static final int NO_GROUP = -1;

  private final Streamstats streamstats;
  private final Operator input;
  private final Schema schema;
  private final RunContext context;
  private final MemoryBudget.Account memory;
  private final @Nullable GroupTable table;
  private final @Nullable Evaluator before;
  private final @Nullable Evaluator after;
  private final StreamFrame frame;
  private final List<Vector> nothing;
  private int lastGroup = NO_GROUP;

  /** Creates an operator. */
  public StreamstatsOperator(
      Streamstats streamstats, Operator input, Schema schema, RunContext context) {
    this.streamstats = streamstats;
    this.input = input;
    this.schema = schema;
    this.context = context;
    this.memory = context.memory().open("streamstats");
    this.table = streamstats.keys().isEmpty() ? null : new GroupTable(streamstats.keys().size());
    this.nothing = Collections.nCopies(streamstats.aggregates().size(), (Vector) new NullVector(1));
    EvaluatorFactory evaluators = new EvaluatorFactory(context.functionContext());
    this.before =
        streamstats.resetBefore() == null ? null : evaluators.create(streamstats.resetBefore());
    this.after =
        streamstats.resetAfter() == null ? null : evaluators.create(streamstats.resetAfter());
    this.frame =
        streamstats.frame().slides()
            ? new SlidingFrame(streamstats)
            : new GrowingFrame(streamstats.aggregates(), streamstats.frame().current());
  }

  @Override
  public @Nullable Batch next() {
    Batch batch = input.next();
    if (batch == null) {
      return null;
    }
    context.checkpoint();
    Batch packed = batch.packed();
    frame.open(packed);
    Batch result = transform(packed);
    memory.set((table == null ? 0 : table.memory()) + frame.bytes());
    return result;
  }

  private Batch transform(Batch batch) {
    int rows = batch.rowCount();
    int[] groups = groups(batch);
    boolean[] resets = before == null ? new boolean[rows] : truths(before, batch);
    List<VectorBuilder> results =
        streamstats.aggregates().stream().map(call -> new VectorBuilder(rows)).toList();
    for (int row = 0; row < rows; row++) {
      int group = groups[row];
      boolean changed = group != NO_GROUP && lastGroup != NO_GROUP && group != lastGroup;
      if (resets[row] || (changed && streamstats.frame().resetOnChange())) {
        frame.reset();
      }
      List<Vector> values = nothing;
      if (group != NO_GROUP) {
        lastGroup = group;
        values = frame.results(row, group);
      }
      for (int i = 0; i < results.size(); i++) {
        results.get(i).append(values.get(i), 0);
      }
      if (after != null && isTrueAfter(after, batch, row, values)) {
        frame.reset();
      }
    }
    List<Vector> vectors = new ArrayList<>(batch.vectors());
    results.forEach(result -> vectors.add(result.build()));
    return Batch.of(schema, vectors, rows);
  }

  private int[] groups(Batch batch) {
    int[] groups = new int[batch.rowCount()];
    if (table == null) {
      return groups;
    }
    List<Vector> keys = streamstats.keys().stream().map(batch::vector).toList();
    table.assign(keys, groups.length, groups);
    for (int row = 0; row < groups.length; row++) {
      if (EventstatsOperator.lacksKey(keys, row)) {
        groups[row] = NO_GROUP;
      }
    }
    return groups;
  }

  private static boolean[] truths(Evaluator condition, Batch batch) {
    boolean[] truths = new boolean[batch.rowCount()];
    Selection held = condition.select(batch, batch.selection());
    for (int i = 0; i < held.size(); i++) {
      truths[held.row(i)] = true;
    }
    return truths;
  }

  private boolean isTrueAfter(Evaluator condition, Batch batch, int row, List<Vector> results) {
    Selection one = Selection.range(row, 1);
    List<Vector> vectors =
        Stream.concat(batch.vectors().stream().map(vector -> vector.gather(one)), results.stream())
            .toList();
    Batch single = Batch.of(schema, vectors, 1);
    return condition.select(single, single.selection()).size() == 1;
  }

  @Override
  public void close() {
    memory.close();
    input.close();
  }
}
