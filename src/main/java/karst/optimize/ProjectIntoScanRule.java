package karst.optimize;

import java.util.List;
import karst.plan.rel.SplTableScan;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/** Lets a scan read only the columns that the projection above it uses. */
public final class ProjectIntoScanRule extends RelRule<RuleConfig> {
  /** The rule. */
  public static final RelOptRule INSTANCE =
      RuleConfig.of(
              "ProjectIntoScan",
              project ->
                  project
                      .operand(Project.class)
                      .oneInput(scan -> scan.operand(SplTableScan.class).noInputs()),
              ProjectIntoScanRule::new)
          .toRule();

  private ProjectIntoScanRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Project project = call.rel(0);
    SplTableScan scan = call.rel(1);
    List<Integer> used = RelOptUtil.InputFinder.bits(project.getProjects(), null).asList();
    if (used.size() == scan.columns().size()) {
      return;
    }
    SplTableScan narrow = scan.withColumns(used.stream().map(scan.columns()::get).toList());
    RexShuttle renumber =
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef input) {
            return new RexInputRef(used.indexOf(input.getIndex()), input.getType());
          }
        };
    call.transformTo(
        LogicalProject.create(
            narrow,
            project.getHints(),
            renumber.apply(project.getProjects()),
            project.getRowType()));
  }
}
