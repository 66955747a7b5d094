package karst.command;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.ast.Argument;
import karst.source.Span;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * The {@code where} of chart and timechart: which series become columns (spl-semantics §6.1).
 *
 * @param aggregate what the series are ranked by
 * @param relation how the sum of a series' aggregates must stand to the number
 * @param number a number of series, or a bound
 */
public record SeriesFilter(AggregateCall aggregate, Relation relation, double number) {
  private static final Pattern RANKED = Pattern.compile("(?i)(top|bottom)(\\d+)");
  private static final Pattern COMPARED = Pattern.compile("(.*?)\\s*([<>])\\s*(\\S*)");

  /** How the sum of a series' aggregates must stand to the number. */
  public enum Relation {
    /** Among so many largest. */
    IN_TOP("in top"),
    /** Among so many smallest. */
    IN_BOTTOM("in bottom"),
    /** Not among so many largest. */
    NOT_IN_TOP("notin top"),
    /** Not among so many smallest. */
    NOT_IN_BOTTOM("notin bottom"),
    /** Above. */
    GREATER("> "),
    /** Below. */
    LESS("< ");

    private final String spelling;

    Relation(String spelling) {
      this.spelling = spelling;
    }
  }

  /** Takes what stands after {@code where}. */
  static @Nullable SeriesFilter take(Arguments arguments) {
    Span start = arguments.nextSpan();
    AggregateCall call = null;
    String rest = "";
    if (arguments.peek() instanceof Argument.Word word && !word.quoted()) {
      Matcher glued = COMPARED.matcher(word.text());
      arguments.take();
      String name = glued.matches() ? glued.group(1) : word.text();
      rest = glued.matches() ? word.text().substring(name.length()) : "";
      call = new AggregateCall(name, null, null, Double.NaN, name, false, word.span());
    } else if (arguments.peek() instanceof Argument.Call) {
      List<AggregateCall> calls = Aggregations.takeOne(arguments);
      call = calls.isEmpty() ? null : calls.get(0);
    }
    StringBuilder relation = new StringBuilder(rest);
    Span end = start;
    while (arguments.peek() instanceof Argument.Word word
        && !arguments.atKeyword("by", "over")
        && relation.toString().split(" ", -1).length < 4) {
      arguments.take();
      end = word.span();
      relation.append(relation.length() == 0 ? "" : " ").append(word.text());
      if (isComplete(relation.toString())) {
        break;
      }
    }
    SeriesFilter filter = call == null ? null : of(call, relation.toString());
    if (filter == null) {
      arguments.error(
          start.to(end),
          "this chooses no series",
          "write `where count in top5`, `where max(x) notin bottom3` or `where sum(x)>10`");
    }
    return filter;
  }

  private static boolean isComplete(String relation) {
    return relation.matches("(?i)(in|notin) \\S+|[<>] ?\\S+");
  }

  private static @Nullable SeriesFilter of(AggregateCall call, String relation) {
    String text = relation.toLowerCase(Locale.ROOT);
    Matcher compared = COMPARED.matcher(text);
    if (compared.matches() && compared.group(1).isEmpty() && Numbers.isNumber(compared.group(3))) {
      Relation sign = compared.group(2).equals(">") ? Relation.GREATER : Relation.LESS;
      return new SeriesFilter(call, sign, Numbers.parse(compared.group(3)));
    }
    boolean in = text.startsWith("in ");
    Matcher ranked = RANKED.matcher(text.replaceFirst("^(in|notin) ", ""));
    if (!(in || text.startsWith("notin ")) || !ranked.matches()) {
      return null;
    }
    boolean top = ranked.group(1).equals("top");
    Relation kind =
        in
            ? top ? Relation.IN_TOP : Relation.IN_BOTTOM
            : top ? Relation.NOT_IN_TOP : Relation.NOT_IN_BOTTOM;
    return new SeriesFilter(call, kind, Double.parseDouble(ranked.group(2)));
  }

  String toSpl() {
    return "where " + aggregate.toSpl() + " " + relation.spelling + Numbers.format(number);
  }
}
