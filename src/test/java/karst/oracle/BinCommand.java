package karst.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import karst.command.Bin;
import karst.command.Binning;
import karst.type.Numbers;
import karst.type.TimeModifier;
import karst.type.TimeSpan;
import org.jspecify.annotations.Nullable;

/** Bins (spl-semantics §6.1 bin). */
final class BinCommand {
  private static final List<String> TIME_SPANS =
      List.of("1s", "5s", "10s", "30s", "1m", "5m", "10m", "30m", "1h", "1d", "1mon");
  private static final double DAY = 86_400;

  private final Expressions expressions;

  BinCommand(Expressions expressions) {
    this.expressions = expressions;
  }

  Rows apply(Bin command, Rows rows) {
    String field = Objects.requireNonNull(command.field()).name();
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.add(command.target());
    UnaryOperator<String> bin = bin(command.binning(), field, rows.all());
    return rows.map(
        columns,
        row -> {
          List<String> texts = Values.texts(row.get(field));
          boolean list = texts.size() > 1 && command.binning().width() == null;
          Values.set(row, command.target(), Values.of(list ? texts : binned(texts, bin)));
          return row;
        });
  }

  static List<String> binned(List<String> texts, UnaryOperator<String> bin) {
    return texts.stream().map(text -> isFinite(text) ? bin.apply(text) : text).toList();
  }

  private static boolean isFinite(String text) {
    return Numbers.isNumber(text) && Double.isFinite(Numbers.parse(text));
  }

  /** Returns what makes the bin of a number. */
  UnaryOperator<String> bin(Binning binning, String field, List<Map<String, Object>> rows) {
    boolean times = binning.isOfTimes(field);
    String width = binning.width();
    double origin = 0;
    if (width == null) {
      List<Double> numbers =
          rows.stream()
              .map(row -> Values.texts(row.get(field)))
              .filter(texts -> texts.size() == 1 && isFinite(texts.get(0)))
              .map(texts -> Numbers.parse(texts.get(0)))
              .toList();
      if (numbers.isEmpty()) {
        return text -> text;
      }
      double low = numbers.stream().mapToDouble(x -> x).min().orElse(0);
      double high = numbers.stream().mapToDouble(x -> x).max().orElse(0);
      low = binning.start() == null ? low : Math.min(low, binning.start());
      high = binning.end() == null ? high : Math.max(high, binning.end());
      width = times ? timeSpan(low, high, binning) : numberSpan(low, high, binning);
    } else if (binning.alignTime() != null && TimeSpan.parse(width).seconds() < DAY) {
      origin = origin(binning.alignTime());
    }
    String chosen = width;
    double start = origin;
    if (times) {
      TimeSpan span = TimeSpan.parse(chosen);
      return text -> {
        double bin = start + span.floor(Numbers.parse(text) - start, expressions.zone);
        return Double.isNaN(bin) ? text : Numbers.format(bin);
      };
    }
    return chosen.contains("log") ? text -> logarithmic(text, chosen) : text -> range(text, chosen);
  }

  /** Without a time range of the search, its ends are no origin. */
  private double origin(String alignTime) {
    return alignTime.equals("earliest") || alignTime.equals("latest")
        ? 0
        : TimeModifier.parse(alignTime).apply(expressions.now, expressions.zone);
  }

  String timeSpan(double low, double high, Binning binning) {
    String least = binning.least() == null ? "1s" : binning.least();
    for (String text : TIME_SPANS) {
      TimeSpan span = TimeSpan.parse(text);
      double start = span.floor(low, expressions.zone);
      // Months count as 30 days.
      double bins = Math.floor((high - start) / span.seconds()) + 1;
      if (bins <= binning.bins() && span.seconds() >= TimeSpan.parse(least).seconds()) {
        return text;
      }
    }
    return "1mon";
  }

  /** One, two or five times a power of ten. */
  private static String numberSpan(double low, double high, Binning binning) {
    if (Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new UnsupportedOperationException("bins up to infinity");
    }
    BigDecimal least = new BigDecimal(binning.least() == null ? "0.000000000001" : binning.least());
    for (int power = -12; power < 309; power++) {
      for (int digit : new int[] {1, 2, 5}) {
        BigDecimal width = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
        BigDecimal bins = number(high, width).subtract(number(low, width)).add(BigDecimal.ONE);
        if (bins.compareTo(BigDecimal.valueOf(binning.bins())) <= 0
            && width.compareTo(least) >= 0) {
          return width.toPlainString();
        }
      }
    }
    throw new IllegalStateException();
  }

  private static BigDecimal number(double value, BigDecimal width) {
    return new BigDecimal(value).divide(width, 0, RoundingMode.FLOOR);
  }

  private static String range(String text, String span) {
    if (!Double.isFinite(Numbers.parseOrNaN(text))) {
      throw new UnsupportedOperationException("a bin of " + text);
    }
    BigDecimal width = new BigDecimal(span);
    BigDecimal value = new BigDecimal(Numbers.format(Numbers.parse(text)));
    BigDecimal start = value.divide(width, 0, RoundingMode.FLOOR).multiply(width);
    return bound(start) + "-" + bound(start.add(width));
  }

  private static String bound(BigDecimal value) {
    return Numbers.format(value.doubleValue());
  }

  private static @Nullable String logarithmic(String text, String span) {
    String[] parts = span.split("log", -1);
    BigDecimal start = new BigDecimal(parts[0].isEmpty() ? "1" : parts[0]);
    BigDecimal base = new BigDecimal(parts[1].isEmpty() ? "10" : parts[1]);
    BigDecimal value = new BigDecimal(Numbers.format(Numbers.parse(text)));
    if (value.signum() <= 0) {
      return text;
    }
    while (start.compareTo(value) > 0) {
      start = start.divide(base, MathContext.DECIMAL64);
    }
    while (start.multiply(base, MathContext.DECIMAL64).compareTo(value) <= 0) {
      start = start.multiply(base, MathContext.DECIMAL64);
    }
    return bound(start) + "-" + bound(start.multiply(base, MathContext.DECIMAL64));
  }
}
