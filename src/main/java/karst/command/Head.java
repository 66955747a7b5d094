package karst.command;

import karst.ast.Argument;
import karst.ast.Expression;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first rows: a number of them, or those before the first one for which a condition does
 * not hold (spl-semantics §6.1).
 *
 * @param limit the most rows to keep; {@link #UNLIMITED} when only the condition ends them
 * @param condition null for none
 * @param keepNull whether a condition that is null counts as true
 * @param keepLast whether the row that ends the rows is kept, too
 */
public record Head(
    long limit, @Nullable Expression condition, boolean keepNull, boolean keepLast, Span span)
    implements Command {
  /** The limit of a head with nothing but a condition. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  /** How the command is written. */
  public static final CommandSyntax<Head> SYNTAX =
      CommandSyntax.named("head", "Keeps the first rows")
          .usage("head [<count>|(<expression>)]")
          .arguments(ArgumentKind.GENERAL_WITH_EXPRESSION)
          .option(
              "limit",
              OptionSpec.Type.INTEGER,
              "10",
              "Number of rows to keep, the same as <count>; no limit beside an expression")
          .option(
              "null", OptionSpec.Type.BOOLEAN, "false", "Take an expression that is null for true")
          .option(
              "keeplast",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Keep the first row for which the expression is not true, too")
          .fields(FieldTrait.STARS_ARE_TEXT)
          .bind(Head::bind);

  /** Checks the limit. */
  public Head {
    if (limit < 0) {
      throw new IllegalArgumentException("negative limit " + limit);
    }
  }

  private static Head bind(Arguments arguments) {
    boolean limited = arguments.options().has("limit") || arguments.peek() instanceof Argument.Word;
    long limit = arguments.count("limit", 0);
    Expression condition = null;
    if (arguments.peek() instanceof Argument.Evaluation evaluation) {
      arguments.take();
      condition = evaluation.expression();
    } else if (arguments.peek() instanceof Argument.Word) {
      arguments.error(
          arguments.nextSpan(),
          "`head` takes a count, or a condition in parentheses",
          "write `head 5` or `head (x>5)`");
      return new Head(limit, null, false, false, arguments.span());
    }
    arguments.expectEnd();
    Options options = arguments.options();
    return new Head(
        condition != null && !limited ? UNLIMITED : limit,
        condition,
        options.bool("null"),
        options.bool("keeplast"),
        arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("head");
    if (limit != UNLIMITED) {
      writer.option("limit", limit);
    }
    writer.option("null", keepNull).option("keeplast", keepLast);
    return (condition == null ? writer : writer.condition(condition)).toString();
  }
}
