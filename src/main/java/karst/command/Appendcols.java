package karst.command;

import karst.ast.Pipeline;
import karst.source.Span;

/**
 * Puts the fields of a subsearch's rows beside those that came before, row by row (spl-semantics
 * §6.1).
 *
 * @param override whether the subsearch's value counts where both have a field
 * @param maxOut the most rows of the subsearch
 * @param subsearch without commands only after an error
 */
public record Appendcols(boolean override, long maxOut, Pipeline subsearch, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Appendcols> SYNTAX =
      CommandSyntax.named("appendcols", "Puts the fields of a subsearch's rows beside others")
          .takesSubsearches()
          .usage("appendcols [<subsearch>]")
          .option(
              "override",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Take the value of the subsearch where both have a field")
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
          .bind(Appendcols::bind);

  private static Appendcols bind(Arguments arguments) {
    Pipeline subsearch = Subsearches.take(arguments);
    arguments.expectEnd();
    return new Appendcols(
        arguments.options().bool("override"),
        Subsearches.maxOut(arguments),
        subsearch,
        arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("appendcols")
        .option("override", override)
        .option("maxout", maxOut)
        .subsearch(subsearch)
        .toString();
  }
}
