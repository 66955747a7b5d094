package karst.export;

import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;

/**
 * Rows as they are, from a SELECT of their own: what stands above refers to their columns by name.
 * Without it Calcite would write an expression anew wherever its column is used, also where SQL
 * does not take it, as a window in WHERE.
 */
final class Boundary extends SingleRel {
  private Boundary(RelNode input) {
    super(input.getCluster(), input.getTraitSet(), input);
  }

  static RelNode above(RelNode input) {
    return input instanceof Boundary ? input : new Boundary(input);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new Boundary(inputs.get(0));
  }
}
