package karst.optimize;

import karst.plan.rel.SplSort;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexLiteral;

/** Makes a sort of which only the first rows are wanted a top-n. */
public final class LimitIntoSortRule extends RelRule<RuleConfig> {
  /** The rule. */
  public static final RelOptRule INSTANCE =
      RuleConfig.of(
              "LimitIntoSort",
              limit ->
                  limit
                      .operand(LogicalSort.class)
                      .predicate(
                          sort ->
                              sort.getCollation().getFieldCollations().isEmpty()
                                  && sort.offset == null
                                  && sort.fetch != null)
                      .oneInput(sort -> sort.operand(SplSort.class).anyInputs()),
              LimitIntoSortRule::new)
          .toRule();

  private LimitIntoSortRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalSort limit = call.rel(0);
    SplSort sort = call.rel(1);
    if (limit.fetch == null) {
      return;
    }
    long rows = RexLiteral.bigDecimalValue(limit.fetch).longValueExact();
    call.transformTo(
        rows < sort.limit() ? SplSort.create(sort.getInput(), sort.keys(), limit.fetch) : sort);
  }
}
