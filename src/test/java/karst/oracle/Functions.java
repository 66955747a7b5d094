package karst.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import karst.ast.Expression;
import karst.type.InvalidSyntaxException;
import karst.type.JsonValue;
import karst.type.Numbers;
import karst.type.SplRegex;
import karst.type.TimeFormat;
import karst.type.TimeModifier;
import org.jspecify.annotations.Nullable;

/** A call of an eval function over one row: the functions that searches use most (§3.8). */
final class Functions {
  /** Before the year 10000. */
  private static final double LAST_TIME = 2.5e11;

  private final Expressions expressions;
  private final Expression.Call call;
  private final Map<String, Object> row;

  Functions(Expressions expressions, Expression.Call call, Map<String, Object> row) {
    this.expressions = expressions;
    this.call = call;
    this.row = row;
  }

  @Nullable Object value() {
    return switch (call.name().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      case "now" -> expressions.now;
      case "if" -> isTrue(0) ? argument(1) : argument(2);
      case "case" -> firstPair(true);
      case "validate" -> firstPair(false);
      case "coalesce" -> all().stream().filter(Objects::nonNull).findFirst().orElse(null);
      case "isnull" -> argument(0) == null;
      case "isnotnull" -> argument(0) != null;
      case "isnum" -> !isText(0) && text(0) != null && Numbers.isNumber(textOf(0));
      case "isarray" -> text(0) != null && JsonValue.parse(textOf(0)) instanceof JsonValue.Array;
      case "isobject" -> text(0) != null && JsonValue.parse(textOf(0)) instanceof JsonValue.Members;
      case "nullif" ->
          Objects.equals(Expressions.equal(argument(0), argument(1)), true) ? null : argument(0);
      case "in" ->
          expressions.in(argument(0), call.arguments().subList(1, call.arguments().size()), row);
      case "like" -> Expressions.any(argument(0), argument(1), Expressions::isLike);
      case "match" ->
          Expressions.any(argument(0), argument(1), (s, regex) -> SplRegex.compile(regex).find(s));
      // They tell kinds of values, which texts of rows do not keep; null has an answer, too.
      case "isbool", "isdouble", "isint", "isstr", "json_array", "json_object", "typeof" ->
          throw new UnsupportedOperationException(call.name());
      case "max" -> extreme(1);
      case "min" -> extreme(-1);
      case "sum" -> numberOrNull(total());
      case "avg" -> total() == null ? null : numberOrNull(total() / numbers().size());
      case "mvmap" -> mvmap();
      case "mvfilter" -> mvfilter();
      case "mvappend" -> Values.of(all().stream().flatMap(v -> texts(v).stream()).toList());
      default -> all().contains(null) ? null : numberOrNull(strict());
    };
  }

  /** The functions that are null when an argument is (§3.4). */
  private @Nullable Object strict() {
    return switch (call.name().toLowerCase(Locale.ROOT)) {
      case "lower" -> each(text -> text.toLowerCase(Locale.ROOT));
      case "upper" -> each(text -> text.toUpperCase(Locale.ROOT));
      case "len" -> text(0) == null ? null : Double.valueOf(codePoints(text(0)).length);
      case "substr" -> substr();
      case "trim" ->
          call.arguments().size() > 1
              ? TextFunctions.trimmed(textOf(0), textOf(1))
              : text(0) == null ? null : text(0).replaceAll("^[ \t]+|[ \t]+$", "");
      case "replace" -> replace();
      case "tonumber" -> tonumber();
      case "tostring" -> tostring();
      case "abs" -> number(Math::abs);
      case "floor" -> number(Math::floor);
      case "ceil", "ceiling" -> number(Math::ceil);
      case "round" -> round();
      case "toobject" ->
          JsonValue.parse(textOf(0)) instanceof JsonValue.Members object ? object.toJson() : null;
      case "mvcount" -> (double) texts(argument(0)).size();
      case "mvindex" -> mvindex();
      case "mvjoin" -> String.join(textOf(1), texts(argument(0)));
      case "mvdedup" -> Values.of(List.copyOf(new LinkedHashSet<>(texts(argument(0)))));
      case "mvsort" -> Values.of(texts(argument(0)).stream().sorted(Comparisons.TEXT).toList());
      case "split" -> split();
      case "strftime" -> strftime();
      case "relative_time" -> relativeTime();
      default ->
          NumberFunctions.NAMES.contains(call.name().toLowerCase(Locale.ROOT))
              ? NumberFunctions.of(call.name(), all())
              : TextFunctions.of(call.name(), all());
    };
  }

  /** The first field of the first argument is each of its values in the second one. */
  private @Nullable Object mvmap() {
    String field = fields(call.arguments().get(0)).get(0);
    List<String> mapped = new ArrayList<>();
    for (String value : texts(argument(0))) {
      mapped.addAll(texts(expressions.evaluate(call.arguments().get(1), with(field, value))));
    }
    return Values.of(mapped);
  }

  private @Nullable Object mvfilter() {
    String field = fields(call.arguments().get(0)).get(0);
    return Values.of(
        texts(row.get(field)).stream()
            .filter(value -> expressions.isTrue(call.arguments().get(0), with(field, value)))
            .toList());
  }

  private Map<String, Object> with(String field, String value) {
    Map<String, Object> other = new HashMap<>(row);
    other.put(field, value);
    return other;
  }

  private static List<String> fields(Expression expression) {
    if (expression instanceof Expression.Field field) {
      return List.of(field.name());
    }
    if (expression instanceof Expression.DottedName dotted) {
      return List.of(dotted.name());
    }
    List<Expression> parts = List.of();
    if (expression instanceof Expression.Binary binary) {
      parts = List.of(binary.left(), binary.right());
    } else if (expression instanceof Expression.Unary unary) {
      parts = List.of(unary.operand());
    } else if (expression instanceof Expression.Call inner) {
      parts = inner.arguments();
    }
    return parts.stream().flatMap(part -> fields(part).stream()).toList();
  }

  private @Nullable Object argument(int index) {
    return expressions.evaluate(call.arguments().get(index), row);
  }

  private List<@Nullable Object> all() {
    List<@Nullable Object> values = new ArrayList<>();
    call.arguments().forEach(each -> values.add(expressions.evaluate(each, row)));
    return values;
  }

  private boolean isTrue(int index) {
    return Objects.equals(argument(index), true);
  }

  /** A text in quotes is no number, whatever it says (§3.8 isnum). */
  private boolean isText(int index) {
    return call.arguments().get(index) instanceof Expression.StringLiteral;
  }

  /** The text of an argument; null for a multivalue, which functions on text do not take. */
  private @Nullable String text(int index) {
    List<String> texts = texts(argument(index));
    return texts.size() == 1 ? texts.get(0) : null;
  }

  private String textOf(int index) {
    return Objects.requireNonNull(text(index));
  }

  private static List<String> texts(@Nullable Object value) {
    return Values.texts(value);
  }

  private static int[] codePoints(@Nullable String text) {
    return Objects.requireNonNull(text).codePoints().toArray();
  }

  private @Nullable Object firstPair(boolean wanted) {
    for (int i = 0; i < call.arguments().size(); i += 2) {
      if (Objects.equals(argument(i), wanted)) {
        return argument(i + 1);
      }
    }
    return null;
  }

  private @Nullable Object each(UnaryOperator<String> change) {
    return Values.of(texts(argument(0)).stream().map(change).toList());
  }

  /** Value by value; what is no number is left out. */
  /** An answer of a function that is no number is null (§3.4). */
  private static @Nullable Object numberOrNull(@Nullable Object answer) {
    return answer instanceof Double number && number.isNaN() ? null : answer;
  }

  /** What is no number, {@code nan} too, is null. */
  private @Nullable Object tonumber() {
    takesOneArgument();
    return Values.of(
        texts(argument(0)).stream()
            .map(Numbers::parseOrNaN)
            .filter(number -> !number.isNaN())
            .map(Numbers::format)
            .toList());
  }

  private @Nullable Object tostring() {
    takesOneArgument();
    return Values.field(argument(0));
  }

  /** Bases and formats are left to examples. */
  private void takesOneArgument() {
    if (call.arguments().size() > 1) {
      throw new UnsupportedOperationException(call.name());
    }
  }

  private @Nullable Double number(DoubleUnaryOperator change) {
    Double number = Values.number(argument(0));
    return number == null ? null : Double.valueOf(change.applyAsDouble(number));
  }

  /** Nulls do not count, values of multivalues do; texts are larger than numbers. */
  private @Nullable Object extreme(int sign) {
    String best = null;
    for (Object value : all()) {
      for (String text : texts(value)) {
        if (best == null || sign * Comparisons.MIXED.compare(text, best) > 0) {
          best = text;
        }
      }
    }
    return best;
  }

  /** The numbers among the values of all arguments; null and other texts are left out (§3.8). */
  private List<Double> numbers() {
    return all().stream()
        .flatMap(value -> texts(value).stream())
        .map(Values::number)
        .filter(number -> number != null && !number.isNaN())
        .toList();
  }

  private @Nullable Double total() {
    return numbers().isEmpty() ? null : numbers().stream().reduce(0.0, Double::sum);
  }

  /**
   * Places count from 1, negative ones from the end; place 0 is before the first. A negative length
   * goes to the left of the place.
   */
  private @Nullable String substr() {
    Double start = Values.number(argument(1));
    Double length =
        call.arguments().size() > 2 ? Values.number(argument(2)) : Double.valueOf(1 << 30);
    if (text(0) == null || start == null || length == null) {
      return null;
    }
    int[] characters = codePoints(text(0));
    int place = start < 0 ? start.intValue() + characters.length : start.intValue() - 1;
    double first = Math.min(place, place + length);
    double end = Math.max(place, place + length);
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < characters.length; i++) {
      if (i >= first && i < end) {
        part.appendCodePoint(characters[i]);
      }
    }
    return part.toString();
  }

  private @Nullable String replace() {
    return text(0) == null || text(1) == null || text(2) == null
        ? null
        : SplRegex.compile(textOf(1)).replaceAll(textOf(0), textOf(2));
  }

  /** Half away from zero by decimal digits; decimals that were asked for stay (§3.7). */
  private @Nullable Object round() {
    Double number = Values.number(argument(0));
    Double places = call.arguments().size() > 1 ? Values.number(argument(1)) : Double.valueOf(0);
    if (number == null || places == null) {
      return null;
    }
    if (number.isInfinite() || number.isNaN()) {
      return number;
    }
    BigDecimal rounded =
        new BigDecimal(Numbers.format(number)).setScale(places.intValue(), RoundingMode.HALF_UP);
    return places.intValue() == 0 ? (Object) rounded.doubleValue() : rounded.toPlainString();
  }

  /** Places count from 0, negative ones from the end; the end of a range is in it. */
  private @Nullable Object mvindex() {
    List<String> values = texts(argument(0));
    int start = place(1, values.size());
    int end = call.arguments().size() > 2 ? place(2, values.size()) : start;
    return Values.of(
        IntStream.rangeClosed(start, end)
            .filter(i -> i >= 0 && i < values.size())
            .mapToObj(values::get)
            .toList());
  }

  private int place(int argument, int size) {
    int place = Objects.requireNonNull(Values.number(argument(argument))).intValue();
    return place < 0 ? place + size : place;
  }

  /** The delimiter is no pattern; an empty one parts all characters; empty parts stay. */
  private @Nullable Object split() {
    if (text(0) == null) {
      return null;
    }
    if (textOf(1).isEmpty() && !textOf(0).isEmpty()) {
      return Values.of(textOf(0).codePoints().mapToObj(Character::toString).toList());
    }
    return textOf(1).isEmpty()
        ? textOf(0)
        : Values.of(Arrays.asList(textOf(0).split(Pattern.quote(textOf(1)), -1)));
  }

  private @Nullable String strftime() {
    Double time = time();
    String format = text(1);
    return time == null || format == null
        ? null
        : TimeFormat.compile(format).format(time, expressions.zone);
  }

  /** Null for a specification that is none. */
  private @Nullable Double relativeTime() {
    Double time = time();
    String specification = text(1);
    try {
      return time == null || specification == null
          ? null
          : Double.valueOf(TimeModifier.parse(specification).apply(time, expressions.zone));
    } catch (InvalidSyntaxException e) {
      return null;
    }
  }

  /** The first argument as a time, null where the calendar ends. */
  private @Nullable Double time() {
    Double time = Values.number(argument(0));
    return time == null || !(Math.abs(time) < LAST_TIME) ? null : time;
  }
}
