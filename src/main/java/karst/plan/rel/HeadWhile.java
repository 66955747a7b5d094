package karst.plan.rel;

import java.util.List;
import karst.plan.RexPrinter;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/** The rows before a condition is false for the first time. */
public final class HeadWhile extends SingleRel {
  private final RexNode condition;
  private final Options options;

  private HeadWhile(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelNode input,
      RexNode condition,
      Options options) {
    super(cluster, traits, input);
    this.condition = condition;
    this.options = options;
  }

  /**
   * The options of head.
   *
   * @param limit at most this many rows
   * @param nullContinues whether a null condition lets rows go on
   * @param keepLast whether the row that ends it is kept
   */
  public record Options(long limit, boolean nullContinues, boolean keepLast) {}

  /** Returns a head with a condition. */
  public static HeadWhile create(RelNode input, RexNode condition, Options options) {
    RelOptCluster cluster = input.getCluster();
    return new HeadWhile(cluster, cluster.traitSetOf(Convention.NONE), input, condition, options);
  }

  /** Returns the condition over the input's columns. */
  public RexNode condition() {
    return condition;
  }

  /** Returns the options. */
  public Options options() {
    return options;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new HeadWhile(getCluster(), traits, inputs.get(0), condition, options);
  }

  @Override
  public RelNode accept(RexShuttle shuttle) {
    RexNode mapped = shuttle.apply(condition);
    return mapped == condition ? this : create(getInput(), mapped, options);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    List<String> names = getInput().getRowType().getFieldNames();
    return super.explainTerms(writer)
        .item("condition", RexPrinter.print(condition, names))
        .itemIf("limit", options.limit(), options.limit() != Long.MAX_VALUE)
        .itemIf("null", true, options.nullContinues())
        .itemIf("keeplast", true, options.keepLast());
  }
}
