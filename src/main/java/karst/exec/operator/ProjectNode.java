package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.exec.expression.Evaluator;
import karst.exec.expression.EvaluatorFactory;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Computes columns. A project that only renames, reorders or drops columns costs nothing a row.
 *
 * @param input where rows come from
 * @param expressions over the input's columns, one a column
 * @param expressionTexts the expressions for explain
 * @param schema the columns that come out
 */
public record ProjectNode(
    PhysicalNode input, List<RexNode> expressions, List<String> expressionTexts, Schema schema)
    implements PhysicalNode {
  public ProjectNode {
    expressions = List.copyOf(expressions);
    expressionTexts = List.copyOf(expressionTexts);
  }

  @Override
  public List<PhysicalNode> inputs() {
    return List.of(input);
  }

  @Override
  public String describe() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < expressions.size(); i++) {
      String name = schema.column(i).name();
      String text = expressionTexts.get(i);
      parts.add(name.equals(text) ? name : name + "=[" + text + "]");
    }
    return "Project(" + String.join(", ", parts) + ")";
  }

  @Override
  public Operator open(RunContext context) {
    return over(input.open(context), context);
  }

  @Override
  public List<Operator> openParts(RunContext context, int most) {
    return Parts.wrap(input.openParts(context, most), part -> over(part, context));
  }

  private Operator over(Operator source, RunContext context) {
    if (expressions.stream().allMatch(RexInputRef.class::isInstance)) {
      int[] columns =
          expressions.stream().mapToInt(rex -> ((RexInputRef) rex).getIndex()).toArray();
      return new PickOperator(source, columns, schema);
    }
    EvaluatorFactory factory = new EvaluatorFactory(context.functionContext());
    List<Evaluator> evaluators = expressions.stream().map(factory::create).toList();
    return new ComputeOperator(source, evaluators, schema, context);
  }

  /** Picks columns; the selection stays. */
  private record PickOperator(Operator input, int[] columns, Schema schema) implements Operator {
    @Override
    public @Nullable Batch next() {
      Batch batch = input.next();
      if (batch == null) {
        return null;
      }
      List<Vector> vectors = new ArrayList<>(columns.length);
      for (int column : columns) {
        vectors.add(batch.vector(column));
      }
      return new Batch(schema, vectors, batch.selection());
    }

    @Override
    public void close() {
      input.close();
    }
  }

  /** Computes columns; they come out packed. */
  private record ComputeOperator(
      Operator input, List<Evaluator> evaluators, Schema schema, RunContext context)
      implements Operator {
    @Override
    public @Nullable Batch next() {
      Batch batch = input.next();
      if (batch == null) {
        return null;
      }
      context.checkpoint();
      List<Vector> vectors = new ArrayList<>(evaluators.size());
      for (Evaluator evaluator : evaluators) {
        vectors.add(evaluator.evaluate(batch, batch.selection()));
      }
      return Batch.of(schema, vectors, batch.rowCount());
    }

    @Override
    public void close() {
      input.close();
    }
  }
}
