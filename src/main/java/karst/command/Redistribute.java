package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Shares the rows out among the servers of a cluster; here all runs in one place (spl-semantics
 * §6.2).
 *
 * @param by the fields whose equal values would stay together
 */
public record Redistribute(List<FieldName> by, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Redistribute> SYNTAX =
      CommandSyntax.named("redistribute", "Shares rows out among servers; here rows pass")
          .usage("redistribute [BY <field> ...]")
          .ignoredOption(
              "num_of_reducers",
              OptionSpec.Type.INTEGER,
              "",
              "the work is divided among the threads by itself")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Redistribute::bind);

  public Redistribute {
    by = List.copyOf(by);
  }

  private static Redistribute bind(Arguments arguments) {
    arguments.rejectOptions();
    List<FieldName> by = List.of();
    if (arguments.takeKeyword("by")) {
      by = arguments.takeFields();
      if (by.isEmpty()) {
        arguments.missingUnlessFaulty("a field after BY");
      }
      arguments.rejectWildcards(by, "BY");
    }
    arguments.expectEnd();
    WithoutEffect.note(arguments, SYNTAX.name(), "the work is divided among the threads by itself");
    return new Redistribute(by, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("redistribute").by(by).toString();
  }
}
