package karst.optimize;

import karst.plan.SortOrder;
import karst.plan.rel.SplSort;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexUtil;

/**
 * Filters before sorting: fewer rows to sort, in the same order. A sort that keeps a number of rows
 * stays below, since a filter would change which.
 */
public final class SortFilterTransposeRule extends RelRule<RuleConfig> {
  /** The rule. */
  public static final RelOptRule INSTANCE =
      RuleConfig.of(
              "SortFilterTranspose",
              filter ->
                  filter
                      .operand(Filter.class)
                      .oneInput(
                          sort ->
                              sort.operand(SplSort.class)
                                  .predicate(s -> s.fetch == null && s.offset == null)
                                  .anyInputs()),
              SortFilterTransposeRule::new)
          .toRule();

  private SortFilterTransposeRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Filter filter = call.rel(0);
    SplSort sort = call.rel(1);
    // A group order looks at its whole column: without the rows that a filter drops, a column that
    // held a text may be all numbers, and would sort as such.
    boolean wholeColumn = sort.keys().stream().anyMatch(key -> key.order() == SortOrder.COLUMN);
    if (!wholeColumn && RexUtil.isDeterministic(filter.getCondition())) {
      call.transformTo(
          SplSort.create(
              LogicalFilter.create(sort.getInput(), filter.getCondition()), sort.keys(), null));
    }
  }
}
