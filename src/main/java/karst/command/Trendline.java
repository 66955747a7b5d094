package karst.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Adds moving averages (spl-semantics §6.1).
 *
 * @param trends at least one, if binding found no error
 */
public record Trendline(List<Trend> trends, Span span) implements Command {
  private static final Pattern FUNCTION = Pattern.compile("(sma|ema|wma)(\\d{1,5})");

  /** How the command is written. */
  public static final CommandSyntax<Trendline> SYNTAX =
      CommandSyntax.named("trendline", "Adds moving averages")
          .usage("trendline (sma|ema|wma)<count>(<field>) [AS <name>] ...")
          .bind(Trendline::bind);

  public Trendline {
    trends = List.copyOf(trends);
  }

  /**
   * A moving average.
   *
   * @param count how many numbers it goes over
   * @param target the field that is set
   */
  public record Trend(Kind kind, int count, FieldName field, String target) {}

  /** How numbers weigh. */
  public enum Kind {
    /** All the same. */
    SMA,
    /** Less and less, the farther back they are, without an end. */
    EMA,
    /** One less for each row back. */
    WMA
  }

  private static Trendline bind(Arguments arguments) {
    List<Trend> trends = new ArrayList<>();
    while (!arguments.atEnd()) {
      if (!(arguments.peek() instanceof Argument.Call call)) {
        arguments.reject();
        continue;
      }
      arguments.take();
      Matcher function = FUNCTION.matcher(call.name().toLowerCase(Locale.ROOT));
      boolean named =
          call.arguments().size() == 1 && call.arguments().get(0) instanceof Argument.Word;
      int count = function.matches() && named ? Integer.parseInt(function.group(2)) : 0;
      if (count < 2 || count > 10_000) {
        arguments.error(
            call.span(),
            "this is no moving average",
            "write sma, ema or wma, a number from 2 to 10000, and a field: sma5(x)");
        Aliases.take(arguments);
        continue;
      }
      Argument.Word word = (Argument.Word) call.arguments().get(0);
      FieldName field = new FieldName(word.text(), word.span());
      FieldName alias = Aliases.take(arguments);
      String name = function.group() + "(" + field.name() + ")";
      Kind kind = Kind.valueOf(function.group(1).toUpperCase(Locale.ROOT));
      trends.add(new Trend(kind, count, field, alias == null ? name : alias.name()));
    }
    if (trends.isEmpty()) {
      arguments.missingUnlessFaulty("a moving average such as sma5(x)");
    }
    arguments.rejectWildcards(trends.stream().map(Trend::field).toList(), "`trendline`");
    return new Trendline(trends, arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("trendline");
    for (Trend trend : trends) {
      String function = trend.kind().name().toLowerCase(Locale.ROOT) + trend.count();
      writer.raw(function + "(" + SplWriter.quoteIfNeeded(trend.field().name()) + ")");
      writer.raw("AS").word(trend.target());
    }
    return writer.toString();
  }
}
