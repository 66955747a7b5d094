package karst.command;

import karst.source.Span;

/**
 * Shortens the texts of events to the lines that have most of what was searched for (spl-semantics
 * §6.2).
 *
 * @param maxTerms no more words of the search are looked for
 * @param maxLines the most lines that are left
 */
public record Abstract(long maxTerms, long maxLines, Span span) implements Command {
  private static final long MOST_TERMS = 1000;
  private static final long MOST_LINES = 500;

  /** How the command is written. */
  public static final CommandSyntax<Abstract> SYNTAX =
      CommandSyntax.named("abstract", "Shortens the texts of events to their telling lines")
          .usage("abstract")
          .option("maxterms", OptionSpec.Type.INTEGER, "1000", "The most words that are looked for")
          .option("maxlines", OptionSpec.Type.INTEGER, "10", "The most lines that are left")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Abstract::bind);

  private static Abstract bind(Arguments arguments) {
    arguments.expectEnd();
    return new Abstract(
        number(arguments, "maxterms", MOST_TERMS),
        number(arguments, "maxlines", MOST_LINES),
        arguments.span());
  }

  private static long number(Arguments arguments, String option, long most) {
    long number = arguments.options().integer(option, 1);
    if (number > most) {
      arguments.error(arguments.options().span(option), "`" + option + "` must be at most " + most);
    }
    return number;
  }

  @Override
  public String toSpl() {
    return new SplWriter("abstract")
        .option("maxterms", maxTerms)
        .option("maxlines", maxLines)
        .toString();
  }
}
