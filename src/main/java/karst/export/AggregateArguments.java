package karst.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import karst.function.AggregateFunction;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** One call of an aggregation, translated as far as its arguments go. */
public final class AggregateArguments {
  private final AggregateFunction function;
  private final double parameter;
  private final boolean allNumbers;
  private final @Nullable RexNode value;
  private final @Nullable RexNode time;
  private final Rows rows;
  private final Sql sql;
  private final Maker maker;

  AggregateArguments(
      AggregateFunction function,
      double parameter,
      boolean allNumbers,
      @Nullable RexNode value,
      @Nullable RexNode time,
      Rows rows,
      Sql sql,
      Maker maker) {
    this.function = function;
    this.parameter = parameter;
    this.allNumbers = allNumbers;
    this.value = value;
    this.time = time;
    this.rows = rows;
    this.sql = sql;
    this.maker = maker;
  }

  /** Makes aggregations of SQL: of groups, or over windows. */
  interface Maker {
    /** Returns whether the aggregations are windows, of which dialects can say less. */
    boolean makesWindows();

    /** Returns the result of an aggregation that a template writes. */
    RexNode aggregate(SqlShape shape, String template, List<RexNode> operands);
  }

  RexNode render() {
    try {
      if (allNumbers) {
        throw sql.dialect().refusal("`allnum`");
      }
      return sql.dialect().aggregates().of(function, sql.dialect()).render(this);
    } catch (ExportRefusal refused) {
      return sql.dialect().otherwise(this, refused);
    }
  }

  /** Returns the aggregation of SPL. */
  public AggregateFunction function() {
    return function;
  }

  /** Returns whether one value that is no number leaves the group without a result. */
  public boolean allNumbers() {
    return allNumbers;
  }

  /** Returns the maker of expressions. */
  public Sql sql() {
    return sql;
  }

  /** Returns whether the result stands beside each row, as a window. */
  public boolean isWindow() {
    return maker.makesWindows();
  }

  /** Returns whether rows are counted, not values. */
  public boolean isOfRows() {
    return value == null;
  }

  /** Returns the argument in its own shape. */
  public RexNode value() {
    if (value == null) {
      throw new ExportRefusal("`" + function.name() + "` has no argument");
    }
    return value;
  }

  /** Returns the argument, which must be a single value. */
  public RexNode single() {
    if (Sql.shape(value()) == SqlShape.LIST) {
      throw sql.dialect().refusal("`" + function.name() + "` of several values");
    }
    return Sql.shape(value()) == SqlShape.TRUTH ? truthAsNumber() : value();
  }

  private RexNode truthAsNumber() {
    return sql.choice(
        List.of(
            value(),
            sql.number(BigDecimal.ONE),
            sql.not(value()),
            sql.number(BigDecimal.ZERO),
            sql.nothing(SqlShape.INTEGER)));
  }

  /** Returns the constant of the call, such as 95 in {@code perc95(x)}. */
  public double parameter() {
    return parameter;
  }

  /** Returns the time of the row. */
  public RexNode time() {
    if (time == null) {
      throw new ExportRefusal("`" + function.name() + "` goes by _time, which is no column here");
    }
    return time;
  }

  /**
   * Returns the order of the rows.
   *
   * @throws ExportRefusal if there is none that decides between any two
   */
  public List<RexNode> order() {
    PlanTranslator.requireOrder(rows, "`" + function.name() + "` depends on the order of rows");
    List<RexNode> keys = new ArrayList<>();
    for (Rows.RowKey key : rows.order()) {
      if (key.descending()) {
        throw new ExportRefusal("`" + function.name() + "` goes by a descending order");
      }
      keys.add(key.value());
    }
    return keys;
  }

  /** Returns the result of an aggregation that a template writes. */
  public RexNode aggregate(SqlShape shape, String template, RexNode... operands) {
    return maker.aggregate(shape, template, List.of(operands));
  }
}
