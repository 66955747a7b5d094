package karst.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import karst.command.Binning;
import karst.function.library.BucketFunctions;
import karst.plan.rel.AutoBin;
import karst.type.SplType;
import karst.type.TimeModifier;
import karst.type.TimeSpan;
import karst.vector.Column;
import karst.vector.Schema;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Plans bins: a given width is a function of the row, a chosen one needs all rows first. */
public final class BinPlanner {
  private static final double DAY = 86_400;

  private final PlanBuilder plan;
  private final PlanContext context;

  /** Creates a planner. */
  public BinPlanner(PlanBuilder plan) {
    this.plan = plan;
    this.context = plan.context();
  }

  /**
   * Sets a column to the bins of a field.
   *
   * @param times whether the field holds times
   */
  public void bin(RexNode value, String target, Binning binning, boolean times) {
    String width = binning.width();
    if (width != null) {
      plan.assign(target, times ? times(value, width, binning.alignTime()) : numbers(value, width));
      return;
    }
    plan.assign(target, value);
    int column = plan.indexOf(target);
    List<Column> columns =
        new ArrayList<>(TypeMapping.schemaOf(plan.node().getRowType()).columns());
    if (!times) {
      columns.set(column, new Column(target, SplType.DYNAMIC));
    }
    plan.transform(
        new AutoBin(
            column,
            times,
            binning.bins(),
            binning.least(),
            or(binning.start(), Double.POSITIVE_INFINITY),
            or(binning.end(), Double.NEGATIVE_INFINITY)),
        new Schema(columns));
  }

  private static double or(@Nullable Double value, double absent) {
    return value == null ? absent : value;
  }

  /** Returns the starts of the spans of time that values lie in. */
  public RexNode times(RexNode value, String width, @Nullable String alignTime) {
    double origin = origin(width, alignTime);
    boolean numbers = TypeMapping.fromRel(value.getType()).isNumeric();
    RelDataType type = numbers ? value.getType() : context.type(SplType.DYNAMIC);
    return context
        .rex()
        .makeCall(
            type,
            ScalarOperator.of(BucketFunctions.BIN_TIME),
            List.of(value, context.text(width), context.number(BigDecimal.valueOf(origin))));
  }

  /** Returns the time from which spans of a width are counted; those of days and more are not. */
  public double origin(String width, @Nullable String alignTime) {
    if (alignTime == null || TimeSpan.parse(width).seconds() >= DAY) {
      return 0;
    }
    Double bound =
        switch (alignTime) {
          case "earliest" -> context.range().earliest();
          case "latest" -> context.range().latest();
          default -> TimeModifier.parse(alignTime).apply(context.now(), context.zone());
        };
    return bound == null ? 0 : bound;
  }

  private RexNode numbers(RexNode value, String width) {
    return context
        .rex()
        .makeCall(
            context.type(SplType.DYNAMIC),
            ScalarOperator.of(BucketFunctions.BIN_NUMBER),
            List.of(value, context.text(width)));
  }
}
