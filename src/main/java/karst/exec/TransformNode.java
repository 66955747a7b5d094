package karst.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import karst.plan.rel.Transformation;
import karst.vector.Schema;

/**
 * Rows made from all rows of the inputs, in their order.
 *
 * @param inputs where rows come from; none for one that makes rows
 * @param transformation what is done
 * @param schema the columns that come out
 */
record TransformNode(List<PhysicalNode> inputs, Transformation transformation, Schema schema)
    implements PhysicalNode {
  TransformNode {
    inputs = List.copyOf(inputs);
  }

  @Override
  public String describe() {
    List<String> fields = inputs.isEmpty() ? List.of() : inputs.get(0).schema().names();
    return transformation.name()
        + transformation.terms(fields).entrySet().stream()
            .map(term -> term.getKey() + "=" + term.getValue())
            .collect(Collectors.joining(", ", "(", ")"));
  }

  @Override
  public Operator open(RunContext context) {
    List<Operator> opened = new ArrayList<>();
    List<Schema> schemas = new ArrayList<>();
    for (PhysicalNode input : inputs) {
      opened.add(input.open(context));
      schemas.add(input.schema());
    }
    return TransformOperators.open(transformation, opened, schemas, schema, context);
  }
}
