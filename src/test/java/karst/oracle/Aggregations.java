package karst.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * The aggregations (spl-semantics §4.2) of the values that a group's rows have, in row order, each
 * value of a multivalue by itself and no nulls (§4.1).
 */
final class Aggregations {
  private static final Pattern PERCENTILE =
      Pattern.compile("(p|perc|exactperc|upperperc)(\\d+(?:\\.\\d+)?)");

  /** list() stops after so many values. */
  private static final int LIST_SIZE = 100;

  /** Numbers by value, then texts by bytes; {@code nan} is a text, as it has no place. */
  private static final Comparator<String> MIXED =
      Comparator.comparing((String text) -> Double.isNaN(Numbers.parseOrNaN(text)))
          .thenComparing(
              (a, b) ->
                  Double.isNaN(Numbers.parseOrNaN(a))
                      ? Comparisons.TEXT.compare(a, b)
                      : Comparisons.NUMBERS.compare(a, b));

  private final List<Item> items;
  private final boolean allNumbers;

  Aggregations(List<Item> items, boolean allNumbers) {
    this.items = items;
    this.allNumbers = allNumbers;
  }

  /** A value and the time of its row, null when the row has none. */
  record Item(String text, @Nullable Double time) {}

  /** Returns whether an aggregation is 0 over nothing, and so makes a row of nothing (§4.4). */
  static boolean isZeroOverNothing(String function) {
    return switch (function.toLowerCase(Locale.ROOT)) {
      case "count", "c", "dc", "distinct_count", "estdc", "estdc_error" -> true;
      default -> false;
    };
  }

  /** An answer that is no number, as of infinity less infinity, is null (§3.4). */
  @Nullable Object result(String name, double parameter) {
    Object answer = answer(name, parameter);
    return answer instanceof Double number && number.isNaN() ? null : answer;
  }

  private @Nullable Object answer(String name, double parameter) {
    String function = name.toLowerCase(Locale.ROOT);
    Matcher percentile = PERCENTILE.matcher(function);
    if (percentile.matches()) {
      return percentile(Double.parseDouble(percentile.group(2)));
    }
    return switch (function) {
      case "count", "c" -> (double) items.size();
      case "dc", "distinct_count", "estdc" -> (double) new LinkedHashSet<>(texts()).size();
      case "estdc_error" -> 0.0;
      case "values" -> Values.of(texts().stream().distinct().sorted(Comparisons.TEXT).toList());
      case "list" -> Values.of(texts().stream().limit(LIST_SIZE).toList());
      case "first" -> items.isEmpty() ? null : items.get(0).text();
      case "last" -> items.isEmpty() ? null : items.get(items.size() - 1).text();
      case "min" -> texts().stream().min(MIXED).orElse(null);
      // The first of equal ones, where Stream.max would take the last.
      case "max" -> texts().stream().min(MIXED.reversed()).orElse(null);
      case "mode" -> mode();
      case "earliest" -> text(earliest());
      case "latest" -> text(latest());
      case "earliest_time" -> time(earliest());
      case "latest_time" -> time(latest());
      case "rate" -> rate();
      case "perc", "p", "exactperc", "upperperc" -> percentile(parameter);
      default -> numeric(function);
    };
  }

  private List<String> texts() {
    return items.stream().map(Item::text).toList();
  }

  /** What is no number, {@code nan} too, does not count; with allnum it leaves no result (§4.1). */
  private List<Double> numbers() {
    List<Double> numbers =
        texts().stream().map(Numbers::parseOrNaN).filter(number -> !number.isNaN()).toList();
    return allNumbers && numbers.size() < items.size() ? List.of() : numbers;
  }

  private @Nullable Double numeric(String function) {
    List<Double> numbers = numbers();
    int n = numbers.size();
    if (n == 0) {
      return null;
    }
    double sum = numbers.stream().mapToDouble(x -> x).sum();
    double squares = squaredDistances(numbers);
    return switch (function) {
      case "sum" -> sum;
      case "avg", "mean" -> sum / n;
      case "sumsq" -> numbers.stream().mapToDouble(x -> x * x).sum();
      case "range" -> Collections.max(numbers) - Collections.min(numbers);
      // Of a single number the deviation is 0 (Q25).
      case "var" -> n == 1 ? 0 : squares / (n - 1);
      case "stdev" -> n == 1 ? 0 : Math.sqrt(squares / (n - 1));
      case "varp" -> squares / n;
      case "stdevp" -> Math.sqrt(squares / n);
      // The upper of two middle values (Q11).
      case "median" -> numbers.stream().sorted().toList().get(n / 2);
      default -> throw new UnsupportedOperationException(function);
    };
  }

  /** Exact, as distances of large and close numbers have few digits. */
  private static double squaredDistances(List<Double> numbers) {
    if (numbers.stream().anyMatch(number -> number.isInfinite())) {
      return Double.NaN;
    }
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (double number : numbers) {
      BigDecimal exact = new BigDecimal(number);
      sum = sum.add(exact);
      squares = squares.add(exact.multiply(exact));
    }
    BigDecimal n = BigDecimal.valueOf(numbers.size());
    return squares
        .multiply(n)
        .subtract(sum.multiply(sum))
        .divide(n, MathContext.DECIMAL128)
        .doubleValue();
  }

  /** Between the two nearest, in proportion (Q11). */
  private @Nullable Double percentile(double percent) {
    List<Double> sorted = numbers().stream().sorted().toList();
    if (sorted.isEmpty()) {
      return null;
    }
    double place = percent * (sorted.size() - 1) / 100;
    double below = sorted.get((int) Math.floor(place));
    double above = sorted.get((int) Math.ceil(place));
    return below == above ? below : below + (above - below) * (place - Math.floor(place));
  }

  /** The most frequent text; of several the one with the smallest bytes, as the rule is open. */
  private @Nullable String mode() {
    Map<String, Integer> counts = new HashMap<>();
    texts().forEach(text -> counts.merge(text, 1, Integer::sum));
    Comparator<String> byCount = Comparator.comparing(counts::get, Comparator.reverseOrder());
    return counts.keySet().stream().min(byCount.thenComparing(Comparisons.TEXT)).orElse(null);
  }

  /** Of one time the last seen; a row without a time only where no row has one. */
  private @Nullable Item earliest() {
    return winner(items, (a, b) -> order(b, a) <= 0 ? b : a);
  }

  /** Of one time the first seen; a row without a time only where no row has one. */
  private @Nullable Item latest() {
    return winner(items, (a, b) -> order(b, a) > 0 ? b : a);
  }

  private static @Nullable Item winner(List<Item> items, BinaryOperator<Item> better) {
    List<Item> timed = items.stream().filter(item -> item.time() != null).toList();
    return (timed.isEmpty() ? items : timed).stream().reduce(better).orElse(null);
  }

  /**
   * Growth by the second from the earliest number to the latest. A counter that was reset once was
   * at its largest just before, and grew from 0 since.
   */
  private @Nullable Double rate() {
    List<Item> numbers =
        items.stream()
            .filter(i -> i.time() != null && !Double.isNaN(Numbers.parseOrNaN(i.text())))
            .toList();
    Aggregations timed = new Aggregations(numbers, false);
    Item first = timed.earliest();
    Item last = timed.latest();
    if (first == null
        || last == null
        || order(first, last) == 0
        || (allNumbers && numbers().isEmpty())) {
      return null;
    }
    double from = Numbers.parse(first.text());
    double to = Numbers.parse(last.text());
    double most = Collections.max(timed.numbers());
    double growth = most > to ? most - from + to : to - from;
    return growth / (seconds(last) - seconds(first));
  }

  private static double seconds(Item item) {
    return Objects.requireNonNull(item.time());
  }

  private static int order(Item a, Item b) {
    return a.time() == null || b.time() == null ? 0 : Double.compare(seconds(a), seconds(b));
  }

  private static @Nullable String text(@Nullable Item item) {
    return item == null ? null : item.text();
  }

  private static @Nullable String time(@Nullable Item item) {
    return item == null || item.time() == null
        ? null
        : String.format(Locale.ROOT, "%.6f", seconds(item));
  }
}
