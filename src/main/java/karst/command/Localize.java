package karst.command;

import karst.source.Span;

/**
 * Makes a row of each range of time in which rows follow one another (spl-semantics §6.2).
 *
 * @param maxPause a longer pause ends a range
 * @param timeBefore how long before its first row a range begins
 * @param timeAfter how long after its last row a range ends
 */
public record Localize(String maxPause, String timeBefore, String timeAfter, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Localize> SYNTAX =
      CommandSyntax.named("localize", "Makes a row of each range of time that has rows")
          .usage("localize")
          .option("maxpause", OptionSpec.Type.SPAN, "1m", "A longer pause ends a range")
          .option(
              "timeafter", OptionSpec.Type.SPAN, "30s", "A range ends so long after its last row")
          .option(
              "timebefore",
              OptionSpec.Type.SPAN,
              "30s",
              "A range begins so long before its first row")
          .fields(FieldTrait.DROPS_OTHERS)
          .bind(Localize::bind);

  private static Localize bind(Arguments arguments) {
    arguments.expectEnd();
    Options options = arguments.options();
    return new Localize(
        span(options, "maxpause", "1m"),
        span(options, "timebefore", "30s"),
        span(options, "timeafter", "30s"),
        arguments.span());
  }

  private static String span(Options options, String name, String otherwise) {
    String given = options.timeSpan(name);
    return given == null ? otherwise : given;
  }

  @Override
  public String toSpl() {
    return new SplWriter("localize")
        .option("maxpause", maxPause)
        .option("timeafter", timeAfter)
        .option("timebefore", timeBefore)
        .toString();
  }
}
