package karst.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import karst.ast.Argument;
import karst.ast.Unparser;
import karst.source.Span;

/**
 * Sets fields to the values of expressions, from left to right: a later one sees what an earlier
 * one set (spl-semantics §3.5).
 */
public record Eval(List<Argument.Assignment> assignments, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Eval> SYNTAX =
      CommandSyntax.named("eval", "Sets fields to the values of expressions")
          .usage("eval <field>=<expression> [, <field>=<expression>]...")
          .arguments(ArgumentKind.ASSIGNMENTS)
          .fields(FieldTrait.ROW_BY_ROW, FieldTrait.STARS_ARE_TEXT)
          .bind(Eval::bind);

  public Eval {
    assignments = List.copyOf(assignments);
  }

  private static Eval bind(Arguments arguments) {
    List<Argument.Assignment> assignments = new ArrayList<>();
    while (!arguments.atEnd()) {
      if (arguments.peek() instanceof Argument.Assignment assignment) {
        arguments.take();
        assignments.add(assignment);
      } else {
        arguments.reject();
      }
    }
    if (assignments.isEmpty()) {
      arguments.missingUnlessFaulty("an assignment");
    }
    return new Eval(assignments, arguments.span());
  }

  @Override
  public String toSpl() {
    return assignments.stream()
        .map(Unparser::unparse)
        .collect(Collectors.joining(", ", "eval ", ""));
  }
}
