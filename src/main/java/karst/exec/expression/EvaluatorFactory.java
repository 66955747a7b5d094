package karst.exec.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import karst.function.FunctionContext;
import karst.plan.ScalarOperator;
import karst.plan.SpecialOperators;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/** Builds the evaluators of row expressions for one thread of one run. */
public final class EvaluatorFactory {
  private final FunctionContext context;
  private final @Nullable Map<RexNode, SharedEvaluator> known;

  /** Creates a factory; all its evaluators share the context. */
  public EvaluatorFactory(FunctionContext context) {
    this(context, null);
  }

  private EvaluatorFactory(FunctionContext context, @Nullable Map<RexNode, SharedEvaluator> known) {
    this.context = context;
    this.known = known;
  }

  /**
   * Returns a factory for expressions over the same batches, all of whose rows count: what several
   * of them have in common is evaluated once for a batch.
   */
  public static EvaluatorFactory sharing(FunctionContext context) {
    return new EvaluatorFactory(context, new HashMap<>());
  }

  /** Returns a fresh evaluator. */
  public Evaluator create(RexNode node) {
    if (node instanceof RexInputRef input) {
      return new InputEvaluator(input.getIndex());
    }
    if (node instanceof RexLiteral literal) {
      return new LiteralEvaluator(Literals.vector(literal));
    }
    if (node instanceof RexCall call) {
      return known == null || !RexUtil.isDeterministic(call) ? own(call) : shared(call, known);
    }
    throw new IllegalArgumentException("no evaluator for " + node);
  }

  private Evaluator shared(RexCall call, Map<RexNode, SharedEvaluator> evaluators) {
    SharedEvaluator evaluator = evaluators.get(call);
    if (evaluator == null) {
      evaluator = new SharedEvaluator(own(call));
      evaluators.put(call, evaluator);
    }
    evaluator.use();
    return evaluator;
  }

  private Evaluator own(RexCall call) {
    int column = ColumnEvaluator.columnOf(call);
    if (column < 0) {
      return call(call);
    }
    // Its batches are not those of the others, so it has nothing in common with them.
    EvaluatorFactory alone = new EvaluatorFactory(context);
    return new ColumnEvaluator(column, alone.call((RexCall) ColumnEvaluator.alone(call)));
  }

  private Evaluator call(RexCall call) {
    List<Evaluator> operands = call.getOperands().stream().map(this::create).toList();
    if (call.getOperator() instanceof ScalarOperator operator) {
      return new CallEvaluator(operator.function(), operands, context);
    }
    if (call.getOperator() == SpecialOperators.FIRST_PRESENT) {
      return new CoalesceEvaluator(operands);
    }
    if (call.getOperator() == SpecialOperators.EACH_VALUE) {
      ImmutableBitSet columns = RelOptUtil.InputFinder.bits(call.getOperands().get(1));
      return new EachValueEvaluator(operands.get(0), operands.get(1), columns);
    }
    if (call.getOperator() == SpecialOperators.ELEMENT) {
      return new ElementEvaluator(RexLiteral.intValue(call.getOperands().get(0)));
    }
    return switch (call.getKind()) {
      case AND -> new AndEvaluator(operands);
      case OR -> new OrEvaluator(operands);
      case NOT -> not(call, operands.get(0));
      case IS_NULL -> new IsNullEvaluator(operands.get(0), true);
      case IS_NOT_NULL -> new IsNullEvaluator(operands.get(0), false);
      case CASE -> branches(operands);
      default -> throw new IllegalArgumentException("no evaluator for " + call.getOperator());
    };
  }

  private static Evaluator not(RexCall call, Evaluator operand) {
    return new NotEvaluator(operand, !call.getOperands().get(0).getType().isNullable());
  }

  private static Evaluator branches(List<Evaluator> operands) {
    List<Evaluator> conditions = new ArrayList<>();
    List<Evaluator> values = new ArrayList<>();
    for (int i = 0; i + 1 < operands.size(); i += 2) {
      conditions.add(operands.get(i));
      values.add(operands.get(i + 1));
    }
    values.add(operands.get(operands.size() - 1));
    return new CaseEvaluator(conditions, values);
  }
}
