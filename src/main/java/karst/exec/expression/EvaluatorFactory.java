package karst.exec.expression;

import java.util.ArrayList;
import java.util.List;
import karst.function.FunctionContext;
import karst.plan.ScalarOperator;
import karst.plan.SpecialOperators;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;

/** Builds the evaluators of row expressions for one thread of one run. */
public final class EvaluatorFactory {
  private final FunctionContext context;

  /** Creates a factory; all its evaluators share the context. */
  public EvaluatorFactory(FunctionContext context) {
    this.context = context;
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
      int column = ColumnEvaluator.columnOf(call);
      return column < 0
          ? call(call)
          : new ColumnEvaluator(column, call((RexCall) ColumnEvaluator.alone(call)));
    }
    throw new IllegalArgumentException("no evaluator for " + node);
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
