package karst.command;

import java.util.List;
import java.util.Locale;
import karst.ast.Argument;
import karst.ast.Pipeline;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;

/**
 * Takes the rows of two searches as sets (spl-semantics §6.1 set).
 *
 * @param subsearches two, if binding found no error
 */
public record SetOfRows(Operation operation, List<Pipeline> subsearches, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<SetOfRows> SYNTAX =
      CommandSyntax.named("set", "Takes the rows of two searches as sets")
          .takesSubsearches()
          .usage("set (union|diff|intersect) [<search>] [<search>]")
          .generating()
          .bind(SetOfRows::bind);

  public SetOfRows {
    subsearches = List.copyOf(subsearches);
  }

  /** Which rows come out. */
  public enum Operation {
    /** Those of either. */
    UNION,
    /** Those of one but not of the other. */
    DIFF,
    /** Those of both. */
    INTERSECT;

    private static final List<String> NAMES = List.of("union", "diff", "intersect");
  }

  private static SetOfRows bind(Arguments arguments) {
    Operation operation = Operation.UNION;
    if (arguments.atKeyword("union", "diff", "intersect")
        && arguments.take() instanceof Argument.Word word) {
      operation = Operation.valueOf(word.text().toUpperCase(Locale.ROOT));
    } else if (arguments.peek() instanceof Argument.Word word) {
      arguments.report(
          Diagnostic.error(DiagnosticCode.ARGUMENT, "`set` has no operation `" + word.text() + "`")
              .suggest(word.text(), Operation.NAMES)
              .hint("its operations are union, diff, intersect"),
          word.span());
      arguments.take();
    } else {
      arguments.missing("an operation: union, diff or intersect");
    }
    List<Pipeline> subsearches = Subsearches.takeAll(arguments);
    if (subsearches.size() != 2) {
      arguments.missingUnlessFaulty("two searches in brackets");
    }
    arguments.expectEnd();
    return new SetOfRows(operation, subsearches, arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("set").raw(operation.name().toLowerCase(Locale.ROOT));
    subsearches.forEach(writer::subsearch);
    return writer.toString();
  }
}
