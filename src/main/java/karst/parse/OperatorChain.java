package karst.parse;

import java.util.ArrayList;
import java.util.List;
import karst.ast.BinaryOperator;
import karst.ast.Expression;
import karst.ast.UnaryOperator;
import karst.source.SourceMap;
import karst.source.Span;

/**
 * Operators applied from left to right to a growing left side.
 *
 * <p>A long run of one associative operator, as a generated list of ORs, becomes a balanced tree,
 * so that whoever walks the tree needs little stack; a short one leans to the left as it was
 * written.
 */
final class OperatorChain {
  private static final int LEANING = 64;

  private final SourceMap map;
  private Expression left;
  private int depth;

  /** The operands of a run of one associative operator whose first one is not in {@link #left}. */
  private final List<Expression> run = new ArrayList<>();

  private BinaryOperator runOperator = BinaryOperator.AND;
  private Span runSpan;

  OperatorChain(Expression left, SourceMap map) {
    this.left = left;
    this.map = map;
    this.runSpan = left.span();
  }

  /** Applies an operator; the span is that of everything so far. */
  void apply(BinaryOperator operator, Expression right, Span span) {
    if (!run.isEmpty() && operator == runOperator) {
      run.add(right);
      runSpan = span;
      return;
    }
    endRun();
    if (isAssociative(operator)) {
      runOperator = operator;
      runSpan = span;
      run.add(left);
      run.add(right);
      return;
    }
    deepen(span);
    left = new Expression.Binary(operator, left, right, span);
  }

  /** Applies {@code IN (items)}. */
  void in(List<Expression> items, Span span) {
    endRun();
    deepen(span);
    left = new Expression.In(left, items, span);
  }

  /** Negates everything so far. */
  void negate(Span span) {
    endRun();
    deepen(span);
    left = new Expression.Unary(UnaryOperator.NOT, left, span);
  }

  /** Returns the whole chain. */
  Expression finish() {
    endRun();
    return left;
  }

  private void deepen(Span span) {
    if (++depth > NestingLimit.DEPTH) {
      throw NestingLimit.exceeded(map, Span.at(span.start()));
    }
  }

  private void endRun() {
    if (!run.isEmpty()) {
      left = run.size() > LEANING ? balanced(0, run.size()) : leaning();
      run.clear();
    }
  }

  private Expression leaning() {
    Expression tree = run.get(0);
    for (int i = 1; i < run.size(); i++) {
      Expression right = run.get(i);
      Span span =
          i == run.size() - 1
              ? runSpan
              : new Span(runSpan.start(), Math.max(right.span().end(), tree.span().end()));
      tree = new Expression.Binary(runOperator, tree, right, span);
    }
    return tree;
  }

  private Expression balanced(int start, int end) {
    if (end - start == 1) {
      return run.get(start);
    }
    int middle = (start + end) >>> 1;
    Expression first = balanced(start, middle);
    Expression second = balanced(middle, end);
    return new Expression.Binary(runOperator, first, second, first.span().to(second.span()));
  }

  private static boolean isAssociative(BinaryOperator operator) {
    return operator.isLogical() || operator == BinaryOperator.CONCAT;
  }
}
