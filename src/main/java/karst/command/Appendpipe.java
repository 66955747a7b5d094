package karst.command;

import karst.ast.Pipeline;
import karst.source.Span;

/**
 * Runs commands over the rows so far and puts what they make after these rows (spl-semantics §6.1).
 *
 * @param pipeline without commands only after an error
 */
public record Appendpipe(Pipeline pipeline, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Appendpipe> SYNTAX =
      CommandSyntax.named("appendpipe", "Puts what commands make of the rows after these rows")
          .takesSubsearches()
          .usage("appendpipe [<commands>]")
          .ignoredOption(
              "run_in_preview", OptionSpec.Type.BOOLEAN, "false", "Run for previews of results too")
          .fields(FieldTrait.TAKES_ALL)
          .bind(Appendpipe::bind);

  private static Appendpipe bind(Arguments arguments) {
    Pipeline pipeline = Subsearches.take(arguments);
    arguments.expectEnd();
    return new Appendpipe(pipeline, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("appendpipe").subsearch(pipeline).toString();
  }
}
