package karst.optimize;

import java.util.List;
import karst.plan.rel.SplTableScan;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexNode;

/** Simplifies what is computed of a table's columns by what the table knows of them. */
public final class KnownColumnsRule extends RelRule<RuleConfig> {
  /** The rule. */
  public static final RelOptRule INSTANCE =
      RuleConfig.of(
              "KnownColumns",
              project ->
                  project
                      .operand(Project.class)
                      .oneInput(
                          scan ->
                              scan.operand(SplTableScan.class)
                                  .predicate(SplTableScan::knowsColumns)
                                  .noInputs()),
              KnownColumnsRule::new)
          .toRule();

  private KnownColumnsRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Project project = call.rel(0);
    SplTableScan scan = call.rel(1);
    KnownColumns known = KnownColumns.delivered(scan);
    List<RexNode> simpler =
        project.getProjects().stream().map(value -> simpler(value, known)).toList();
    if (!simpler.equals(project.getProjects())) {
      call.transformTo(project.copy(project.getTraitSet(), scan, simpler, project.getRowType()));
    }
  }

  /** A column keeps its type. */
  private static RexNode simpler(RexNode value, KnownColumns known) {
    RexNode simpler = value.accept(known);
    return simpler.getType().equals(value.getType()) ? simpler : value;
  }
}
