package karst.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import karst.ast.Argument;
import karst.ast.Unparser;
import karst.source.Span;

/**
 * Says how fields are shown; their values stay (spl-semantics §6.1).
 *
 * @param assignments a field and the expression that it is shown as
 */
public record Fieldformat(List<Argument.Assignment> assignments, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Fieldformat> SYNTAX =
      CommandSyntax.named("fieldformat", "Says how a field is shown; its values stay")
          .usage("fieldformat <field>=<expression>")
          .arguments(ArgumentKind.ASSIGNMENTS)
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Fieldformat::bind);

  public Fieldformat {
    assignments = List.copyOf(assignments);
  }

  private static Fieldformat bind(Arguments arguments) {
    List<Argument.Assignment> assignments = new ArrayList<>();
    while (!arguments.atEnd()) {
      if (arguments.peek() instanceof Argument.Assignment assignment) {
        arguments.take();
        assignments.add(assignment);
      } else {
        arguments.reject();
      }
    }
    return new Fieldformat(assignments, arguments.span());
  }

  @Override
  public String toSpl() {
    return assignments.stream()
        .map(Unparser::unparse)
        .collect(Collectors.joining(", ", "fieldformat ", ""));
  }
}
