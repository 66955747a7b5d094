package karst.ast;

import java.util.List;

/** Writes eval expressions with the fewest parentheses. */
final class ExpressionWriter {
  private static final int NOT_PRECEDENCE = 5;
  private static final int COMPARISON_PRECEDENCE = 6;
  private static final int SIGN_PRECEDENCE = 10;
  private static final int PRIMARY_PRECEDENCE = 11;

  private final StringBuilder out;
  private final Unparser pipelines;

  ExpressionWriter(StringBuilder out, Unparser pipelines) {
    this.out = out;
    this.pipelines = pipelines;
  }

  void write(Expression expression) {
    if (expression instanceof Expression.NumberLiteral number) {
      out.append(number.text());
    } else if (expression instanceof Expression.StringLiteral string) {
      out.append(Quoting.expressionString(string.value()));
    } else if (expression instanceof Expression.Field field) {
      out.append(Quoting.field(field));
    } else if (expression instanceof Expression.DottedName dotted) {
      out.append(dotted.name());
    } else if (expression instanceof Expression.Unary unary) {
      unary(unary);
    } else if (expression instanceof Expression.Binary binary) {
      binary(binary);
    } else if (expression instanceof Expression.In in) {
      write(in.value(), COMPARISON_PRECEDENCE);
      out.append(" IN ");
      list(in.items());
    } else if (expression instanceof Expression.Call call) {
      out.append(call.name());
      list(call.arguments());
    } else if (expression instanceof Expression.Subsearch subsearch) {
      pipelines.subsearch(subsearch.pipeline());
    }
  }

  private void unary(Expression.Unary unary) {
    switch (unary.operator()) {
      case NOT -> {
        out.append("NOT ");
        write(unary.operand(), NOT_PRECEDENCE);
      }
      case NEGATE, PLUS -> {
        out.append(unary.operator().symbol());
        write(unary.operand(), SIGN_PRECEDENCE);
      }
    }
  }

  private void binary(Expression.Binary binary) {
    BinaryOperator operator = binary.operator();
    // The order in which an associative operator is applied does not matter.
    boolean associative = operator.isLogical() || operator == BinaryOperator.CONCAT;
    write(binary.left(), operator.precedence());
    out.append(' ').append(operator.symbol()).append(' ');
    write(binary.right(), associative ? operator.precedence() : operator.precedence() + 1);
  }

  private void list(List<Expression> items) {
    out.append('(');
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      write(items.get(i));
    }
    out.append(')');
  }

  /** Writes an operand, in parentheses if it binds less tightly than its place demands. */
  private void write(Expression operand, int least) {
    if (precedence(operand) < least) {
      out.append('(');
      write(operand);
      out.append(')');
    } else {
      write(operand);
    }
  }

  private static int precedence(Expression expression) {
    if (expression instanceof Expression.Binary binary) {
      return binary.operator().precedence();
    }
    if (expression instanceof Expression.In) {
      return COMPARISON_PRECEDENCE;
    }
    if (expression instanceof Expression.Unary unary) {
      return unary.operator() == UnaryOperator.NOT ? NOT_PRECEDENCE : SIGN_PRECEDENCE;
    }
    return PRIMARY_PRECEDENCE;
  }
}
