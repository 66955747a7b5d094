package karst.plan.rel;

import java.util.List;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;

/**
 * A text in place of null in those of some columns that have a value in any row. Whether a column
 * has one depends on the data, so a projection cannot say it.
 */
public final class FillNull extends SingleRel {
  private final List<Integer> columns;
  private final String value;

  private FillNull(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelNode input,
      List<Integer> columns,
      String value) {
    super(cluster, traits, input);
    this.columns = List.copyOf(columns);
    this.value = value;
  }

  /** Returns a fill of some columns; they must be able to hold any value. */
  public static FillNull create(RelNode input, List<Integer> columns, String value) {
    RelOptCluster cluster = input.getCluster();
    return new FillNull(cluster, cluster.traitSetOf(Convention.NONE), input, columns, value);
  }

  /** Returns the columns that may be filled. */
  public List<Integer> columns() {
    return columns;
  }

  /** Returns the text. */
  public String value() {
    return value;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new FillNull(getCluster(), traits, inputs.get(0), columns, value);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    List<String> names = getInput().getRowType().getFieldNames();
    return super.explainTerms(writer)
        .item("columns", columns.stream().map(names::get).toList())
        .item("value", value);
  }
}
