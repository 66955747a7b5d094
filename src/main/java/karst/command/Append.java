package karst.command;

import karst.ast.Pipeline;
import karst.source.Span;

/**
 * Puts the rows of a subsearch after those that came before (spl-semantics §6.1).
 *
 * @param maxOut the most rows of the subsearch
 * @param subsearch without commands only after an error
 */
public record Append(long maxOut, Pipeline subsearch, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Append> SYNTAX =
      CommandSyntax.named("append", "Puts the rows of a subsearch after those that came before")
          .takesSubsearches()
          .usage("append [<subsearch>]")
          .option(
              "maxout",
              OptionSpec.Type.INTEGER,
              "50000",
              "Most rows of the subsearch; 0 for the same")
          .ignoredOption(
              "maxtime",
              OptionSpec.Type.INTEGER,
              "60",
              "How long the subsearch may take, in seconds")
          .ignoredOption(
              "timeout",
              OptionSpec.Type.INTEGER,
              "60",
              "How long to wait for the subsearch, in seconds")
          .ignoredOption(
              "extendtimerange",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Widen the time range of the whole search to that of the subsearch")
          .bind(Append::bind);

  private static Append bind(Arguments arguments) {
    Pipeline subsearch = Subsearches.take(arguments);
    arguments.expectEnd();
    return new Append(Subsearches.maxOut(arguments), subsearch, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("append").option("maxout", maxOut).subsearch(subsearch).toString();
  }
}
