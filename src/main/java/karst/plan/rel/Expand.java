package karst.plan.rel;

import java.util.List;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;

/** A row for each value of a column; a row without a value or with one stays. */
public final class Expand extends SingleRel {
  private final int column;
  private final boolean distinct;

  private Expand(
      RelOptCluster cluster, RelTraitSet traits, RelNode input, int column, boolean distinct) {
    super(cluster, traits, input);
    this.column = column;
    this.distinct = distinct;
  }

  /** Returns an expansion; with {@code distinct}, equal values of one row make one row. */
  public static Expand create(RelNode input, int column, boolean distinct) {
    RelOptCluster cluster = input.getCluster();
    return new Expand(cluster, cluster.traitSetOf(Convention.NONE), input, column, distinct);
  }

  /** Returns the column. */
  public int column() {
    return column;
  }

  /** Returns whether equal values of one row make one row. */
  public boolean distinct() {
    return distinct;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new Expand(getCluster(), traits, inputs.get(0), column, distinct);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("column", getInput().getRowType().getFieldNames().get(column))
        .itemIf("distinct", true, distinct);
  }
}
