package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.function.Accumulator;
import karst.plan.rel.WindowAggregate;
import karst.vector.Batch;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** The aggregates of one group, asked for as its rows come. */
final class RunningAggregates {
  private static final int[] ONE_GROUP = new int[1];

  private final List<WindowAggregate> calls;
  private final List<Accumulator> accumulators = new ArrayList<>();

  RunningAggregates(List<WindowAggregate> calls) {
    this.calls = calls;
    for (WindowAggregate call : calls) {
      accumulators.add(call.function().accumulator(call.context()));
    }
  }

  /** Adds some rows of a batch. */
  void add(Batch batch, Selection rows) {
    int size = rows.size();
    int[] groups = size == 1 ? ONE_GROUP : new int[size];
    for (int i = 0; i < calls.size(); i++) {
      WindowAggregate call = calls.get(i);
      Vector argument = gathered(EventstatsOperator.column(batch, call.argument()), rows);
      Vector time = gathered(EventstatsOperator.column(batch, call.time()), rows);
      accumulators.get(i).add(groups, 1, argument, time, size);
    }
  }

  private static @Nullable Vector gathered(@Nullable Vector vector, Selection rows) {
    return vector == null ? null : vector.gather(rows);
  }

  /** Returns the results so far, a column of one row for each aggregation. */
  List<Vector> results() {
    return accumulators.stream().map(accumulator -> accumulator.result(1)).toList();
  }

  /** Returns about how many bytes of memory the state takes. */
  long bytes() {
    return accumulators.stream().mapToLong(Accumulator::bytes).sum();
  }
}
