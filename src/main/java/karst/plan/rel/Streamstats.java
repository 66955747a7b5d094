package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Adds to each row aggregates of the rows of its group up to it. A row without a key is in no
 * group.
 *
 * @param keys the columns that make a group; empty for one group of all rows
 * @param aggregates one column each, after the input's
 * @param frame which of the rows before count
 * @param time the column of {@code _time}, or {@link WindowAggregate#NO_COLUMN}
 * @param resetBefore forgets all rows before one for which it is true; over the input's columns
 * @param resetAfter forgets all rows after one for which it is true; over the columns that come out
 */
public record Streamstats(
    List<Integer> keys,
    List<WindowAggregate> aggregates,
    Frame frame,
    int time,
    @Nullable RexNode resetBefore,
    @Nullable RexNode resetAfter)
    implements Transformation {
  public Streamstats {
    keys = List.copyOf(keys);
    aggregates = List.copyOf(aggregates);
  }

  /**
   * Which rows count.
   *
   * @param current whether the row itself does
   * @param rows at most so many rows; 0 for all
   * @param shared whether {@code rows} counts those of all groups
   * @param seconds the rows whose time is less than this away; 0 for all
   * @param resetOnChange forgets all rows whenever the group differs from that of the row before
   */
  public record Frame(
      boolean current, long rows, boolean shared, double seconds, boolean resetOnChange) {
    /** Returns whether rows drop out again. */
    public boolean slides() {
      return rows > 0 || seconds > 0;
    }
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("by", keys.stream().map(fields::get).toList());
    terms.put("calls", aggregates.stream().map(call -> call.describe(fields)).toList());
    terms.put("frame", frame);
    if (resetBefore != null) {
      terms.put("resetBefore", resetBefore);
    }
    if (resetAfter != null) {
      terms.put("resetAfter", resetAfter);
    }
    return terms;
  }
}
