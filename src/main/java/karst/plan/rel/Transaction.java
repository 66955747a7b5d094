package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins rows that belong together into one.
 *
 * @param fields the columns whose values tell what belongs together; empty for all rows
 * @param time the column of {@code _time}
 * @param start the column that is there in a first row, or {@link WindowAggregate#NO_COLUMN}
 * @param end the column that is there in a last row, or {@link WindowAggregate#NO_COLUMN}
 * @param limits when a transaction is closed
 * @param rules which rows belong together
 * @param keep which rows come out
 * @param values how the values of the columns are joined, in order of the columns
 * @param nullText what stands for null in lists
 */
public record Transaction(
    List<Integer> fields,
    int time,
    int start,
    int end,
    Limits limits,
    Rules rules,
    Keep keep,
    List<Joined> values,
    String nullText)
    implements Transformation {
  public Transaction {
    fields = List.copyOf(fields);
    values = List.copyOf(values);
  }

  /**
   * When a transaction is closed.
   *
   * @param span its rows span less than so many seconds
   * @param pause no pause in it has more seconds
   * @param events the most rows
   */
  public record Limits(double span, double pause, long events) {}

  /**
   * Which rows belong together.
   *
   * @param connected whether a row opens a transaction if none has a value for its fields
   * @param unifyEnds whether first and last rows need one of the fields, too
   */
  public record Rules(boolean connected, boolean unifyEnds) {}

  /**
   * Which rows come out beside complete transactions.
   *
   * @param orphans rows outside of transactions
   * @param evicted transactions without their first row
   */
  public record Keep(boolean orphans, boolean evicted) {}

  /** How the values of a column are joined. */
  public enum Joined {
    /** The distinct texts, sorted. */
    DISTINCT,
    /** All values in order of time. */
    LIST,
    /** One text, a line for each row. */
    LINES,
    /** They are not; the command itself gives a value. */
    NOT
  }

  @Override
  public Map<String, Object> terms(List<String> names) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("by", fields.stream().map(names::get).toList());
    terms.put("limits", limits);
    terms.put("rules", rules);
    terms.put("keep", keep);
    return terms;
  }
}
