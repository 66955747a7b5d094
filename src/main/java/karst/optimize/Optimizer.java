package karst.optimize;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
          new Phase("use what tables know", List.of(KnownColumnsRule.INSTANCE)),
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

  private static final Optimizer ALL = new Optimizer(PHASES);

  private final List<Phase> phases;

  private Optimizer(List<Phase> phases) {
    this.phases = phases;
  }

  private static RelOptRule rule(RelRule.Config config) {
    return config.withRelBuilderFactory(PlanCluster.BUILDERS).toRule();
  }

  private record Phase(String name, List<RelOptRule> rules) {}

  /** Returns the optimizer with all rules. */
  public static Optimizer all() {
    return ALL;
  }

  /** Returns the optimizer that leaves plans as they are. */
  public static Optimizer none() {
    return new Optimizer(List.of());
  }

  /** Returns an optimizer for each rule alone, by the rule's name. */
  public static Map<String, Optimizer> ofEachRule() {
    Map<String, Optimizer> alone = new TreeMap<>();
    for (Phase phase : PHASES) {
      for (RelOptRule rule : phase.rules()) {
        Phase only = new Phase(phase.name(), List.of(rule));
        alone.put(rule.toString(), new Optimizer(List.of(only)));
      }
    }
    return alone;
  }

  /** Returns a plan with the same rows that is cheaper to run. */
  public RelNode optimize(RelNode plan) {
    RelNode result = plan;
    for (Phase phase : phases) {
      HepProgramBuilder program = HepProgram.builder().addMatchOrder(HepMatchOrder.TOP_DOWN);
      phase.rules().forEach(program::addRuleInstance);
      HepPlanner planner = new HepPlanner(program.build());
      planner.setRoot(result);
      result = planner.findBestExp();
    }
    return result;
  }
}
