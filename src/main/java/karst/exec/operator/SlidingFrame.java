package karst.exec.operator;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import karst.function.Row;
import karst.plan.rel.Streamstats;
import karst.plan.rel.WindowAggregate;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.Vector;

/** The last rows count, a number of them or those near in time; aggregates are made anew. */
final class SlidingFrame implements StreamFrame {
  /** A window of time holds no more rows than this (spl-semantics §6.1). */
  private static final int MAX_ROWS = 10_000;

  private final Streamstats streamstats;
  private final Map<Integer, RowHistory> histories = new HashMap<>();
  private final List<Vector> nothing;
  private Batch batch = Batch.of(new Schema(List.of()), List.of(), 0);

  SlidingFrame(Streamstats streamstats) {
    this.streamstats = streamstats;
    this.nothing = Collections.nCopies(streamstats.aggregates().size(), (Vector) new NullVector(1));
  }

  @Override
  public void open(Batch next) {
    batch = next;
  }

  @Override
  public List<Vector> results(int row, int group) {
    Streamstats.Frame frame = streamstats.frame();
    double time = 0;
    if (streamstats.time() != WindowAggregate.NO_COLUMN) {
      Vector times = batch.vector(streamstats.time());
      Kind kind = times.kindAt(row);
      time = kind == Kind.NULL || kind == Kind.LIST ? Double.NaN : Row.numberOf(times, row);
      if (Double.isNaN(time)) {
        // A row without a time is near to none, itself included.
        return nothing;
      }
    }
    RowHistory history =
        histories.computeIfAbsent(frame.shared() ? 0 : group, unseen -> new RowHistory());
    int limit = frame.rows() == 0 ? MAX_ROWS : (int) Math.min(frame.rows(), Integer.MAX_VALUE);
    if (frame.current()) {
      history.add(batch, row, group, time);
      history.keepLast(limit);
    }
    RunningAggregates aggregates = new RunningAggregates(streamstats.aggregates());
    double reach = frame.seconds() == 0 ? Double.POSITIVE_INFINITY : frame.seconds();
    history.addTo(aggregates, group, time, reach);
    if (!frame.current()) {
      history.add(batch, row, group, time);
      history.keepLast(limit);
    }
    return aggregates.results();
  }

  @Override
  public void reset() {
    histories.clear();
  }

  @Override
  public long bytes() {
    return histories.values().stream().mapToLong(RowHistory::bytes).sum();
  }
}
