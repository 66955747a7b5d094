package karst.optimize;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;

/**
 * Filters before computing columns. Calcite's own rule gives up when the condition grows too much,
 * as it does over a data model's calculations; {@link SearchOverCase} takes these apart at once, so
 * that here it need not, and {@link Presence} what is always true of them.
 */
public final class FilterPastProjectRule extends RelRule<RuleConfig> {
  /** The rule. */
  public static final RelOptRule INSTANCE =
      RuleConfig.of(
              "FilterPastProject",
              filter ->
                  filter
                      .operand(Filter.class)
                      .oneInput(project -> project.operand(Project.class).anyInputs()),
              FilterPastProjectRule::new)
          .toRule();

  private FilterPastProjectRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Filter filter = call.rel(0);
    Project project = call.rel(1);
    boolean deterministic =
        RexUtil.isDeterministic(filter.getCondition())
            && project.getProjects().stream().allMatch(RexUtil::isDeterministic);
    if (!deterministic) {
      return;
    }
    RexBuilder rex = filter.getCluster().getRexBuilder();
    RexNode condition =
        RelOptUtil.pushPastProject(filter.getCondition(), project)
            .accept(new SearchOverCase(rex))
            .accept(new Presence(rex));
    RelNode input = project.getInput();
    call.transformTo(
        project.copy(
            project.getTraitSet(),
            condition.isAlwaysTrue() ? input : LogicalFilter.create(input, condition),
            project.getProjects(),
            project.getRowType()));
  }
}
