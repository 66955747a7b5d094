package karst.command;

import java.util.List;
import karst.source.Span;

/**
 * Makes rows out of nothing (spl-semantics §6.1).
 *
 * @param count how many, without data
 * @param annotate whether the rows have the fields that events have
 * @param format what the data are
 * @param data the rows as text; empty without
 * @param dataSpan where the data stand
 */
public record Makeresults(
    long count, boolean annotate, Format format, String data, Span dataSpan, Span span)
    implements Command {
  /** More rows than this are a mistake. */
  private static final long MAX_COUNT = 1_000_000_000;

  /** How the command is written. */
  public static final CommandSyntax<Makeresults> SYNTAX =
      CommandSyntax.named("makeresults", "Makes rows out of nothing")
          .usage("makeresults [<count>] [format=csv|json data=<text>]")
          .generating()
          .option("count", OptionSpec.Type.INTEGER, "1", "How many rows to make")
          .option(
              "annotate",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Add the fields that events have, without values but for splunk_server")
          .choice("format", List.of("csv", "json"), "", "What the data are")
          .option("data", OptionSpec.Type.TEXT, "", "The rows, instead of a number of them")
          .ignoredOption(
              "splunk_server", OptionSpec.Type.TEXT, "local", "There is no server to make rows on")
          .ignoredOption(
              "splunk_server_group", OptionSpec.Type.TEXT, "", "There is no server to make rows on")
          .bind(Makeresults::bind);

  /** Checks the count. */
  public Makeresults {
    if (count < 0) {
      throw new IllegalArgumentException("negative count " + count);
    }
  }

  /** What the data are. */
  public enum Format {
    /** There are none. */
    NONE,
    /** A line of names, and a line for each row. */
    CSV,
    /** An object for each row, in an array. */
    JSON
  }

  private static Makeresults bind(Arguments arguments) {
    Span place = arguments.nextSpan();
    long count = arguments.count("count", 0);
    if (count > MAX_COUNT) {
      arguments.error(place, "`makeresults` makes at most " + MAX_COUNT + " rows");
    }
    arguments.expectEnd();
    Options options = arguments.options();
    Format format =
        switch (options.choice("format")) {
          case "csv" -> Format.CSV;
          case "json" -> Format.JSON;
          default -> Format.NONE;
        };
    if (options.has("format") != options.has("data")) {
      String given = options.has("format") ? "format" : "data";
      arguments.error(
          options.span(given),
          "`" + given + "` needs `" + (given.equals("data") ? "format" : "data") + "` beside it");
    }
    if (options.has("data") && options.has("count")) {
      arguments.error(options.span("count"), "`count` and `data` exclude each other");
    }
    Span dataSpan = options.has("data") ? options.span("data") : arguments.span();
    return new Makeresults(
        count, options.bool("annotate"), format, options.text("data"), dataSpan, arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("makeresults");
    switch (format) {
      case NONE -> writer.option("count", count);
      case CSV -> writer.option("format", "csv").raw("data=" + SplWriter.quote(data));
      case JSON -> writer.option("format", "json").raw("data=" + SplWriter.quote(data));
    }
    return writer.option("annotate", annotate).toString();
  }
}
