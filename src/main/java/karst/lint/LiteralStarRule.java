package karst.lint;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import karst.ast.Argument;
import karst.ast.BinaryOperator;
import karst.ast.Expression;

/**
 * A star in an eval expression, where it is a character like any other; only search terms have
 * wildcards.
 */
final class LiteralStarRule implements LintRule {
  @Override
  public void check(List<Step> steps, Findings findings) {
    for (Step step : steps) {
      for (Argument argument : step.raw().arguments()) {
        check(argument, findings);
      }
    }
  }

  private static void check(Argument argument, Findings findings) {
    if (argument instanceof Argument.Evaluation evaluation) {
      walk(evaluation.expression(), part -> check(part, findings));
    } else if (argument instanceof Argument.Assignment assignment) {
      walk(assignment.expression(), part -> check(part, findings));
    } else if (argument instanceof Argument.Call call) {
      call.arguments().forEach(inner -> check(inner, findings));
    }
  }

  private static void check(Expression part, Findings findings) {
    if (part instanceof Expression.Binary binary) {
      boolean equality =
          binary.operator() == BinaryOperator.EQUAL
              || binary.operator() == BinaryOperator.NOT_EQUAL;
      if (equality) {
        compared(binary.left(), findings);
        compared(binary.right(), findings);
      } else if (binary.operator() == BinaryOperator.LIKE) {
        like(binary.right(), findings);
      }
    } else if (part instanceof Expression.In in) {
      in.items().forEach(item -> compared(item, findings));
    } else if (part instanceof Expression.Call call && call.arguments().size() > 1) {
      String name = call.name().toLowerCase(Locale.ROOT);
      if (name.equals("like")) {
        like(call.arguments().get(1), findings);
      } else if (name.equals("in")) {
        call.arguments().subList(1, call.arguments().size()).forEach(a -> compared(a, findings));
      }
    }
  }

  private static void compared(Expression value, Findings findings) {
    if (value instanceof Expression.StringLiteral literal && looksLikePattern(literal.value())) {
      findings.add(
          Lint.LITERAL_STAR,
          literal.span(),
          "the `*` is compared as a character: eval expressions have no wildcards",
          "use like(field, \"%...%\"), match(field, \"...\") or the command search");
    }
  }

  private static void like(Expression pattern, Findings findings) {
    if (pattern instanceof Expression.StringLiteral literal
        && looksLikePattern(literal.value())
        && literal.value().indexOf('%') < 0) {
      findings.add(
          Lint.LITERAL_STAR,
          literal.span(),
          "the `*` is compared as a character: the wildcards of `like` are % and _",
          "write `" + literal.value().replace('*', '%') + "`");
    }
  }

  /** A star alone may be meant: policies are full of them. */
  private static boolean looksLikePattern(String value) {
    return value.length() > 1 && (value.startsWith("*") || value.endsWith("*"));
  }

  private static void walk(Expression expression, Consumer<Expression> visitor) {
    visitor.accept(expression);
    if (expression instanceof Expression.Unary unary) {
      walk(unary.operand(), visitor);
    } else if (expression instanceof Expression.Binary binary) {
      walk(binary.left(), visitor);
      walk(binary.right(), visitor);
    } else if (expression instanceof Expression.In in) {
      walk(in.value(), visitor);
      in.items().forEach(item -> walk(item, visitor));
    } else if (expression instanceof Expression.Call call) {
      call.arguments().forEach(argument -> walk(argument, visitor));
    }
  }
}
