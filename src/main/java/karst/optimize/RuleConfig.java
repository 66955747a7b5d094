package karst.optimize;

import java.util.function.Function;
import karst.plan.PlanCluster;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.tools.RelBuilderFactory;

/**
 * The configuration of a rule: what it matches and how it is made. One record serves all rules,
 * where Calcite generates a class for each.
 */
record RuleConfig(
    String description,
    RelRule.OperandTransform operandSupplier,
    RelBuilderFactory relBuilderFactory,
    Function<RuleConfig, RelOptRule> factory)
    implements RelRule.Config {

  /** Returns the configuration of a rule with logical nodes. */
  static RuleConfig of(
      String description,
      RelRule.OperandTransform operands,
      Function<RuleConfig, RelOptRule> factory) {
    return new RuleConfig(description, operands, PlanCluster.BUILDERS, factory);
  }

  @Override
  public RelOptRule toRule() {
    return factory.apply(this);
  }

  @Override
  public RelRule.Config withDescription(String newDescription) {
    return new RuleConfig(newDescription, operandSupplier, relBuilderFactory, factory);
  }

  @Override
  public RelRule.Config withOperandSupplier(RelRule.OperandTransform operands) {
    return new RuleConfig(description, operands, relBuilderFactory, factory);
  }

  @Override
  public RelRule.Config withRelBuilderFactory(RelBuilderFactory builders) {
    return new RuleConfig(description, operandSupplier, builders, factory);
  }
}
