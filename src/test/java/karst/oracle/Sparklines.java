package karst.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import karst.command.AggregateCall;
import karst.type.Numbers;
import karst.type.TimeSpan;
import org.jspecify.annotations.Nullable;

/** Results of an aggregation in each step of time, from the first of all rows to the last. */
final class Sparklines {
  private static final List<String> SPANS =
      List.of("1s", "5s", "10s", "30s", "1m", "5m", "10m", "30m", "1h", "1d", "1mon");

  private final Expressions expressions;
  private final List<Double> times;

  Sparklines(Expressions expressions, Collection<List<Map<String, Object>>> groups) {
    this.expressions = expressions;
    this.times =
        groups.stream()
            .flatMap(List::stream)
            .map(Sparklines::time)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
  }

  @Nullable Object of(
      List<Map<String, Object>> group,
      AggregateCall call,
      Function<List<Map<String, Object>>, @Nullable Object> aggregation) {
    if (times.isEmpty()) {
      return null;
    }
    List<Double> steps = steps(Objects.requireNonNull(call.sparkline()).span());
    List<String> points = new ArrayList<>(List.of("##__SPARKLINE__##"));
    for (int i = 0; i < Math.min(steps.size(), 100); i++) {
      double from = steps.get(i);
      double to = i + 1 < steps.size() ? steps.get(i + 1) : Double.POSITIVE_INFINITY;
      Object point =
          aggregation.apply(group.stream().filter(row -> isBetween(from, to, time(row))).toList());
      points.add(point == null ? "0" : Values.text(point));
    }
    return Values.of(points);
  }

  private static boolean isBetween(double from, double to, @Nullable Double time) {
    return time != null && time >= from && time < to;
  }

  private List<Double> steps(@Nullable String span) {
    if (span != null) {
      return steps(TimeSpan.parse(span));
    }
    for (String text : SPANS) {
      List<Double> steps = steps(TimeSpan.parse(text));
      // Months count as 30 days where the number of steps is foreseen.
      if (steps.size() <= 100 || text.equals("1mon")) {
        return steps;
      }
    }
    throw new IllegalStateException(Numbers.format(times.get(0)));
  }

  /** A few more than are shown do. */
  private List<Double> steps(TimeSpan span) {
    List<Double> steps = new ArrayList<>();
    double step = span.floor(times.get(0), expressions.zone);
    while (step <= times.get(times.size() - 1) && steps.size() < 102) {
      steps.add(step);
      step = span.next(step, expressions.zone);
    }
    return steps;
  }

  private static @Nullable Double time(Map<String, Object> row) {
    Double time = Values.number(row.get("_time"));
    return time == null || time.isNaN() ? null : time;
  }
}
