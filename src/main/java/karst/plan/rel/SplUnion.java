package karst.plan.rel;

import java.util.ArrayList;
import java.util.List;
import karst.plan.TypeMapping;
import karst.type.SplType;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;

/**
 * The rows of the first input, then those of the next. Columns of different types become one that
 * holds values of any kind, where SQL's union would be an error.
 */
public final class SplUnion extends Union {
  private SplUnion(RelOptCluster cluster, RelTraitSet traits, List<RelNode> inputs) {
    super(cluster, traits, inputs, true);
  }

  /** Returns the union of inputs that have the same columns by name. */
  public static SplUnion create(List<RelNode> inputs) {
    RelOptCluster cluster = inputs.get(0).getCluster();
    return new SplUnion(cluster, cluster.traitSetOf(Convention.NONE), inputs);
  }

  @Override
  protected RelDataType deriveRowType() {
    RelDataTypeFactory.Builder builder = getCluster().getTypeFactory().builder();
    List<RelDataTypeField> fields = inputs.get(0).getRowType().getFieldList();
    for (int i = 0; i < fields.size(); i++) {
      List<RelDataType> types = new ArrayList<>();
      for (RelNode input : inputs) {
        types.add(input.getRowType().getFieldList().get(i).getType());
      }
      builder.add(fields.get(i).getName(), common(types));
    }
    return builder.build();
  }

  private RelDataType common(List<RelDataType> types) {
    List<SplType> kinds = types.stream().map(TypeMapping::fromRel).distinct().toList();
    SplType kind = kinds.size() == 1 ? kinds.get(0) : SplType.DYNAMIC;
    return TypeMapping.toRel(getCluster().getTypeFactory(), kind);
  }

  @Override
  public SetOp copy(RelTraitSet traits, List<RelNode> newInputs, boolean all) {
    return new SplUnion(getCluster(), traits, newInputs);
  }
}
