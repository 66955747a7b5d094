package karst.command;

import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.InvalidSyntaxException;
import karst.type.TimeModifier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row for each of some time ranges side by side (spl-semantics §6.2).
 *
 * @param start the start of the first: a date, or a number of days from today
 * @param end the end of the last; null for the midnight before the search
 * @param increment the length of a range, such as {@code 1d}
 */
public record Gentimes(String start, @Nullable String end, String increment, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Gentimes> SYNTAX =
      CommandSyntax.named("gentimes", "Makes a row for each of some time ranges side by side")
          .usage("gentimes start=<date|days> [end=<date|days>] [increment=<number>(s|m|h|d)]")
          .generating()
          .option(
              "start",
              OptionSpec.Type.TEXT,
              "",
              "The start: MM/DD/YYYY[:HH:MM:SS], or a number of days from today")
          .option("end", OptionSpec.Type.TEXT, "", "The end, today's midnight by default")
          .option("increment", OptionSpec.Type.TEXT, "1d", "The length of a time range")
          .bind(Gentimes::bind);

  private static Gentimes bind(Arguments arguments) {
    Options options = arguments.options();
    arguments.expectEnd();
    if (!options.has("start")) {
      arguments.missingUnlessFaulty("`start=`");
    }
    for (String option : new String[] {"start", "end"}) {
      if (options.has(option)) {
        check(modifier(options.text(option)), options.span(option), arguments);
      }
    }
    String increment = options.text("increment");
    if (!increment.matches("[1-9][0-9]{0,8}[smhd]")) {
      arguments.report(
          Diagnostic.error(DiagnosticCode.BAD_TIME, "`" + increment + "` is no length of time")
              .hint("an increment is a number and one of s, m, h and d, such as 12h"),
          options.span("increment"));
      increment = "1d";
    }
    return new Gentimes(
        options.text("start"), options.textOrNull("end"), increment, arguments.span());
  }

  private static void check(String modifier, Span span, Arguments arguments) {
    try {
      TimeModifier.parse(modifier);
    } catch (InvalidSyntaxException e) {
      arguments.report(
          Diagnostic.error(DiagnosticCode.BAD_TIME, String.valueOf(e.getMessage())), span);
    }
  }

  /** Returns a bound as a time modifier: a number of days counts from today's midnight. */
  public static String modifier(String bound) {
    if (!bound.matches("[+-]?[0-9]{1,7}")) {
      return bound;
    }
    int days = Integer.parseInt(bound);
    return "@d" + (days < 0 ? "" : "+") + days + "d";
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("gentimes").raw("start=" + SplWriter.quote(start));
    if (end != null) {
      writer.raw("end=" + SplWriter.quote(end));
    }
    return writer.option("increment", increment).toString();
  }
}
