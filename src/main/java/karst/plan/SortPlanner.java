package karst.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import karst.command.SortKey;
import karst.plan.rel.SplSort;
import org.apache.calcite.rex.RexNode;

/** Plans sorting by fields, for {@code sort} and {@code dedup sortby}. */
public final class SortPlanner {
  private SortPlanner() {}

  /**
   * Sorts the plan's rows. A field that does not exist has no order and is passed over, with a
   * warning.
   *
   * @param limit how many rows to keep; {@link Long#MAX_VALUE} for all
   */
  public static void sort(PlanBuilder plan, List<SortKey> fields, long limit) {
    List<OrderKey> keys = new ArrayList<>();
    for (SortKey field : fields) {
      int index = plan.indexOf(field.field().name());
      if (index < 0) {
        plan.context().unknownField(field.field().name(), field.field().span(), plan);
      } else {
        keys.add(new OrderKey(index, field.descending(), order(field.comparison())));
      }
    }
    if (keys.isEmpty()) {
      // A sort by nothing is none, but its limit counts.
      if (limit != Long.MAX_VALUE) {
        plan.limit(limit);
      }
      return;
    }
    RexNode fetch =
        limit == Long.MAX_VALUE
            ? null
            : plan.context().rex().makeBigintLiteral(BigDecimal.valueOf(limit));
    plan.set(SplSort.create(plan.node(), keys, fetch));
  }

  private static SortOrder order(SortKey.Comparison comparison) {
    return switch (comparison) {
      case AUTO -> SortOrder.AUTO;
      case NUM -> SortOrder.NUMERIC;
      case STR -> SortOrder.TEXT;
      case IP -> SortOrder.IP;
    };
  }
}
