package karst.plan.rel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.type.RelDataType;

/**
 * Rows made from all rows of the inputs, in their order, by a command that the algebra lacks.
 *
 * <p>It takes every column of its inputs and depends on their order, so rules leave it alone.
 */
public final class Transform extends AbstractRelNode {
  private final Transformation transformation;
  private final List<List<String>> inputNames;
  private List<RelNode> inputs;

  private Transform(
      RelOptCluster cluster,
      RelTraitSet traits,
      List<RelNode> inputs,
      List<List<String>> inputNames,
      Transformation transformation,
      RelDataType rowType) {
    super(cluster, traits);
    this.inputs = List.copyOf(inputs);
    this.inputNames = List.copyOf(inputNames);
    this.transformation = transformation;
    this.rowType = rowType;
  }

  /**
   * Returns a transformation of some inputs.
   *
   * @param inputs none for one that makes rows
   * @param rowType the columns that come out
   */
  public static Transform create(
      RelOptCluster cluster,
      List<RelNode> inputs,
      Transformation transformation,
      RelDataType rowType) {
    RelTraitSet traits = cluster.traitSetOf(Convention.NONE);
    List<List<String>> names =
        inputs.stream().map(input -> input.getRowType().getFieldNames()).toList();
    return new Transform(cluster, traits, inputs, names, transformation, rowType);
  }

  /** Returns a transformation of one input that keeps its columns. */
  public static Transform create(RelNode input, Transformation transformation) {
    return create(input.getCluster(), List.of(input), transformation, input.getRowType());
  }

  /** Returns what is done. */
  public Transformation transformation() {
    return transformation;
  }

  /**
   * Returns the names of each input's columns, as the search calls them: rules go by positions and
   * are free with names, but what is made of rows may depend on the names of their fields.
   */
  public List<List<String>> inputNames() {
    return inputNames;
  }

  @Override
  public List<RelNode> getInputs() {
    return inputs;
  }

  @Override
  public void replaceInput(int ordinal, RelNode input) {
    List<RelNode> replaced = new ArrayList<>(inputs);
    replaced.set(ordinal, input);
    inputs = List.copyOf(replaced);
    recomputeDigest();
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> newInputs) {
    return new Transform(getCluster(), traits, newInputs, inputNames, transformation, rowType);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    super.explainTerms(writer);
    for (int i = 0; i < inputs.size(); i++) {
      writer.input("input" + i, inputs.get(i));
    }
    writer.item("rows", transformation.name());
    List<String> fields = inputs.isEmpty() ? List.of() : inputs.get(0).getRowType().getFieldNames();
    for (Map.Entry<String, Object> term : transformation.terms(fields).entrySet()) {
      writer.item(term.getKey(), term.getValue());
    }
    return writer;
  }
}
