package karst.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.ast.SearchTerm;
import karst.ast.Unparser;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.InvalidSyntaxException;
import karst.type.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Joins rows that belong together into one (spl-semantics §6.1).
 *
 * @param fields whose values tell what belongs together; empty for all rows
 * @param limits when a transaction is closed
 * @param start what its first row is like; null for anything
 * @param end what its last row is like; null for anything
 * @param connected whether a row opens a transaction if none has a value for its fields
 * @param unifyEnds whether first and last rows need one of the fields, too
 * @param keepOrphans whether rows outside of transactions are kept
 * @param keepEvicted whether transactions without their first row are kept
 * @param lists which fields keep all values in order, and not the distinct ones
 * @param rawLists whether the events stay apart
 * @param nullText what stands for null in lists
 */
public record Transaction(
    List<FieldName> fields,
    Limits limits,
    @Nullable Boundary start,
    @Nullable Boundary end,
    boolean connected,
    boolean unifyEnds,
    boolean keepOrphans,
    boolean keepEvicted,
    Lists lists,
    boolean rawLists,
    String nullText,
    Span span)
    implements Command {
  private static final String NO_LIMIT = "-1";

  /** How the command is written. */
  public static final CommandSyntax<Transaction> SYNTAX =
      CommandSyntax.named("transaction", "Joins rows that belong together into one")
          .alias("transam")
          .usage("transaction [<field> ...] [<option> ...]")
          .option("maxspan", OptionSpec.Type.TEXT, NO_LIMIT, "The rows span less than this time")
          .option("maxpause", OptionSpec.Type.TEXT, NO_LIMIT, "No pause is longer than this time")
          .option("maxevents", OptionSpec.Type.INTEGER, "1000", "The most rows")
          .option("startswith", OptionSpec.Type.TEXT, "", "What the first row is like")
          .option("endswith", OptionSpec.Type.TEXT, "", "What the last row is like")
          .option(
              "connected",
              OptionSpec.Type.BOOLEAN,
              "true",
              "Open a transaction for a row whose fields have no values in one yet")
          .option(
              "unifyends",
              OptionSpec.Type.BOOLEAN,
              "true",
              "First and last rows need one of the fields, too")
          .option(
              "keeporphans", OptionSpec.Type.BOOLEAN, "false", "Keep rows outside of transactions")
          .option(
              "keepevicted",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Keep transactions that lack their first row")
          .option(
              "mvlist",
              OptionSpec.Type.TEXT,
              "false",
              "Keep all values of fields in order: true, false or a list of fields")
          .option("mvraw", OptionSpec.Type.BOOLEAN, "false", "Keep the events apart")
          .option("nullstr", OptionSpec.Type.TEXT, "NULL", "What stands for null in ordered values")
          .ignoredOption("delim", OptionSpec.Type.TEXT, " ", "values stay apart")
          .ignoredOption(
              "maxopentxn", OptionSpec.Type.INTEGER, "10000", "memory has one limit for all")
          .ignoredOption(
              "maxopenevents", OptionSpec.Type.INTEGER, "100000", "memory has one limit for all")
          .bind(Transaction::bind);

  public Transaction {
    fields = List.copyOf(fields);
  }

  /**
   * When a transaction is closed.
   *
   * @param span its rows span less than this time; null for any time
   * @param pause no pause in it is longer than this time; null for any time
   * @param events it has at most so many rows
   */
  public record Limits(@Nullable String span, @Nullable String pause, long events) {}

  /**
   * What a first or last row is like: one of a search, a text that is one, or a condition.
   *
   * @param text empty unless it stood in quotes
   */
  public record Boundary(@Nullable SearchTerm term, @Nullable EvalOption condition, String text) {
    String toSpl() {
      if (condition != null) {
        return "eval" + condition.toSpl();
      }
      return term == null ? SplWriter.quote(text) : "(" + Unparser.unparse(term) + ")";
    }
  }

  /**
   * Which fields keep all values in order.
   *
   * @param all whether every field does
   * @param names which do otherwise
   */
  public record Lists(boolean all, List<String> names) {
    public Lists {
      names = List.copyOf(names);
    }

    /** Returns whether a field keeps all values. */
    public boolean has(String field) {
      return all || names.contains(field);
    }
  }

  private static Transaction bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    arguments.expectEnd();
    arguments.rejectWildcards(fields, "`transaction`");
    Options options = arguments.options();
    return new Transaction(
        fields,
        new Limits(
            time(options, "maxspan"), time(options, "maxpause"), options.integer("maxevents", 1)),
        boundary(options, "startswith"),
        boundary(options, "endswith"),
        options.bool("connected"),
        options.bool("unifyends"),
        options.bool("keeporphans"),
        options.bool("keepevicted"),
        lists(options),
        options.bool("mvraw"),
        options.text("nullstr"),
        arguments.span());
  }

  private static @Nullable String time(Options options, String option) {
    String text = options.text(option);
    if (text.equals(NO_LIMIT)) {
      return null;
    }
    try {
      TimeSpan.parse(text);
      return text;
    } catch (InvalidSyntaxException e) {
      options.report(
          Diagnostic.error(DiagnosticCode.BAD_TIME, "`" + text + "` is no time span")
              .label(String.valueOf(e.getMessage()))
              .hint("write a number and a unit, such as 30s or 5m, or -1 for no limit"),
          options.span(option));
      return null;
    }
  }

  private static @Nullable Boundary boundary(Options options, String option) {
    Argument value = options.value(option);
    if (value == null) {
      return null;
    }
    if (value instanceof Argument.Search search) {
      return new Boundary(search.term(), null, "");
    }
    EvalOption found = options.expression(option);
    if (found == null) {
      return null;
    }
    return found.expression() == null
        ? new Boundary(null, null, found.text())
        : new Boundary(null, found, "");
  }

  private static Lists lists(Options options) {
    String text = options.text("mvlist");
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "t", "true", "1" -> new Lists(true, List.of());
      case "f", "false", "0" -> new Lists(false, List.of());
      default -> new Lists(false, new ArrayList<>(List.of(text.trim().split("[ ,]+"))));
    };
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("transaction")
            .fields(fields)
            .option("maxspan", limits.span == null ? NO_LIMIT : limits.span)
            .option("maxpause", limits.pause == null ? NO_LIMIT : limits.pause)
            .option("maxevents", limits.events);
    if (start != null) {
      writer.raw("startswith=" + start.toSpl());
    }
    if (end != null) {
      writer.raw("endswith=" + end.toSpl());
    }
    return writer
        .option("connected", connected)
        .option("unifyends", unifyEnds)
        .option("keeporphans", keepOrphans)
        .option("keepevicted", keepEvicted)
        .option("mvlist", lists.names.isEmpty() ? "" + lists.all : String.join(",", lists.names))
        .option("mvraw", rawLists)
        .option("nullstr", nullText)
        .toString();
  }
}
