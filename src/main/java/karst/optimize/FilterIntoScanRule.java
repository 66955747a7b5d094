package karst.optimize;

import java.util.ArrayList;
import java.util.List;
import karst.plan.rel.SplTableScan;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;

/**
 * Moves a filter into the scan below it: the scan reads the predicate's columns first and the
 * others only for the rows that are left.
 */
public final class FilterIntoScanRule extends RelRule<RuleConfig> {
  /** The rule. */
  public static final RelOptRule INSTANCE =
      RuleConfig.of(
              "FilterIntoScan",
              filter ->
                  filter
                      .operand(Filter.class)
                      .oneInput(scan -> scan.operand(SplTableScan.class).noInputs()),
              FilterIntoScanRule::new)
          .toRule();

  private FilterIntoScanRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Filter filter = call.rel(0);
    SplTableScan scan = call.rel(1);
    if (!RexUtil.isDeterministic(filter.getCondition())) {
      return;
    }
    List<RexNode> conditions = new ArrayList<>();
    if (scan.predicate() != null) {
      conditions.addAll(RelOptUtil.conjunctions(scan.predicate()));
    }
    RexBuilder rex = filter.getCluster().getRexBuilder();
    RexNode condition = overTable(filter.getCondition(), scan);
    if (scan.knowsColumns()) {
      condition = condition.accept(KnownColumns.ofTable(scan));
    }
    conditions.addAll(RelOptUtil.conjunctions(condition));
    RexNode predicate = RexUtil.composeConjunction(rex, conditions);
    call.transformTo(predicate.isAlwaysTrue() ? scan : scan.withPredicate(predicate));
  }

  /** A condition over the scan's columns as one over the table's. */
  private static RexNode overTable(RexNode condition, SplTableScan scan) {
    return condition.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef input) {
            return new RexInputRef(scan.columns().get(input.getIndex()), input.getType());
          }
        });
  }
}
