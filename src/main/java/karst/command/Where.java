package karst.command;

import java.util.List;
import karst.ast.Argument;
import karst.ast.Expression;
import karst.ast.Unparser;
import karst.source.Span;

/** Keeps the rows for which an eval expression is true (spl-semantics §3.6). */
public record Where(Expression condition, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Where> SYNTAX =
      CommandSyntax.named("where", "Keeps the rows for which an expression is true")
          .usage("where <expression>")
          .arguments(ArgumentKind.EXPRESSION)
          .fields(FieldTrait.ROW_BY_ROW, FieldTrait.STARS_ARE_TEXT)
          .bind(Where::bind);

  private static Where bind(Arguments arguments) {
    Span span = arguments.span();
    if (arguments.take() instanceof Argument.Evaluation evaluation) {
      arguments.expectEnd();
      return new Where(evaluation.expression(), span);
    }
    arguments.missing("a condition");
    return new Where(new Expression.Call("true", span, List.of(), span), span);
  }

  @Override
  public String toSpl() {
    return "where " + Unparser.unparse(condition);
  }
}
