package karst.exec.operator;

import java.util.Arrays;
import java.util.List;
import karst.plan.rel.WindowAggregate;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Every row of the group since the last reset counts, so its aggregates only ever grow. */
final class GrowingFrame implements StreamFrame {
  private final List<WindowAggregate> calls;
  private final boolean current;
  private @Nullable RunningAggregates[] groups = new RunningAggregates[16];
  private Batch batch = Batch.of(new Schema(List.of()), List.of(), 0);

  /**
   * Creates a frame without rows.
   *
   * @param current whether a row counts for itself
   */
  GrowingFrame(List<WindowAggregate> calls, boolean current) {
    this.calls = calls;
    this.current = current;
  }

  @Override
  public void open(Batch next) {
    batch = next;
  }

  @Override
  public List<Vector> results(int row, int group) {
    RunningAggregates aggregates = aggregates(group);
    List<Vector> before = current ? List.of() : aggregates.results();
    aggregates.add(batch, Selection.range(row, 1));
    return current ? aggregates.results() : before;
  }

  private RunningAggregates aggregates(int group) {
    if (group >= groups.length) {
      groups = Arrays.copyOf(groups, Math.max(group + 1, groups.length * 2));
    }
    RunningAggregates aggregates = groups[group];
    if (aggregates == null) {
      aggregates = new RunningAggregates(calls);
      groups[group] = aggregates;
    }
    return aggregates;
  }

  @Override
  public void reset() {
    Arrays.fill(groups, null);
  }

  @Override
  public long bytes() {
    long bytes = 8L * groups.length;
    for (RunningAggregates group : groups) {
      bytes += group == null ? 0 : group.bytes();
    }
    return bytes;
  }
}
