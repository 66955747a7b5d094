package karst.exec.expression;

import java.util.List;
import karst.function.FunctionContext;
import karst.function.ScalarFunction;
import karst.vector.Vector;

/**
 * Calls a function outside of any plan, with all that kernels leave to their callers: lists and
 * nulls by the function's policies, arguments in the types of its parameters.
 */
public final class FunctionCall {
  private final CallEvaluator evaluator;

  /**
   * Creates a call for one thread.
   *
   * @param function no special form
   */
  public FunctionCall(ScalarFunction function, FunctionContext context) {
    this.evaluator = new CallEvaluator(function, List.of(), context);
  }

  /** Returns the answers for a number of rows, of which each argument has as many. */
  public Vector apply(List<Vector> arguments, int rows) {
    return evaluator.general(arguments, rows);
  }
}
