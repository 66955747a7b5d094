package karst.optimize;

import java.util.List;
import karst.plan.PlanCluster;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.plan.hep.HepMatchOrder;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.rules.FilterMergeRule;
import org.apache.calcite.rel.rules.ProjectMergeRule;
import org.apache.calcite.rel.rules.ProjectRemoveRule;

/**
 * Rewrites plans in a fixed order of phases; each runs its rules until none matches. The rows stay
 * the same, in the same order.
 */
public final class Optimizer {
  private static final List<Phase> PHASES =
      List.of(
          new Phase(
              "push filters down",
              List.of(
                  FilterPastProjectRule.INSTANCE,
                  rule(FilterMergeRule.Config.DEFAULT),
                  SortFilterTransposeRule.INSTANCE)),
          new Phase(
              "merge projections",
              List.of(
                  rule(ProjectMergeRule.Config.DEFAULT), rule(ProjectRemoveRule.Config.DEFAULT))),
          new Phase(
              "move into scans",
              List.of(FilterIntoScanRule.INSTANCE, ProjectIntoScanRule.INSTANCE)),
          new Phase("top-n", List.of(LimitIntoSortRule.INSTANCE)));

  private Optimizer() {}

  private static RelOptRule rule(RelRule.Config config) {
    return config.withRelBuilderFactory(PlanCluster.BUILDERS).toRule();
  }

  private record Phase(String name, List<RelOptRule> rules) {}

  /** Returns a plan with the same rows that is cheaper to run. */
  public static RelNode optimize(RelNode plan) {
    RelNode result = plan;
    for (Phase phase : PHASES) {
      HepProgramBuilder program = HepProgram.builder().addMatchOrder(HepMatchOrder.TOP_DOWN);
      phase.rules().forEach(program::addRuleInstance);
      HepPlanner planner = new HepPlanner(program.build());
      planner.setRoot(result);
      result = planner.findBestExp();
    }
    return result;
  }
}
