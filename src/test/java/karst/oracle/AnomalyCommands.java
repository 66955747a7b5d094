package karst.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.Anomalies;
import karst.command.Anomalousvalue;
import karst.command.AnomalyAction;
import karst.command.Anomalydetection;
import karst.command.Outlier;
import org.jspecify.annotations.Nullable;

/** The commands that find what is unlikely (spl-semantics §6.2). */
final class AnomalyCommands {
  private AnomalyCommands() {}

  static Rows anomalydetection(Anomalydetection command, Rows rows) {
    Double given = command.threshold();
    return switch (command.method()) {
      case IQR ->
          StatisticCommands.outlier(
              new Outlier(command.remove(), 2.5, true, false, command.fields(), command.span()),
              rows);
      case ZSCORE ->
          anomalousvalue(
              new Anomalousvalue(
                  command.action(),
                  given == null ? 0.01 : given,
                  new Anomalousvalue.Limits(100, 0.05, 0.05, 0.01),
                  command.fields(),
                  command.span()),
              rows);
      case HISTOGRAM -> histogram(command, rows);
    };
  }

  private static Rows histogram(Anomalydetection command, Rows rows) {
    List<String> fields = StatisticCommands.columns(command.fields(), rows);
    List<Map<String, Object>> all = new ArrayList<>();
    List<Double> logarithms = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      double logarithm = 0;
      String cause = null;
      double least = 2;
      double most = 0;
      for (String field : fields) {
        double part = share(rows, field, row);
        logarithm += Math.log(part);
        cause = part < least ? field : cause;
        least = Math.min(least, part);
        most = Math.max(most, part);
      }
      Map<String, Object> copy = new LinkedHashMap<>(row);
      Values.set(copy, "log_event_prob", logarithm);
      Values.set(copy, "max_freq", cause == null ? null : (Object) most);
      Values.set(copy, "probable_cause", cause);
      Values.set(copy, "probable_cause_freq", cause == null ? null : (Object) least);
      all.add(copy);
      logarithms.add(logarithm);
    }
    List<Double> sorted = logarithms.stream().sorted().toList();
    double first = sorted.isEmpty() ? 0 : StatisticCommands.percentile(sorted, 25);
    double third = sorted.isEmpty() ? 0 : StatisticCommands.percentile(sorted, 75);
    double bound =
        command.threshold() == null
            ? first - (command.cutoff() ? 3 : 1.5) * (third - first)
            : Math.log(command.threshold());
    if (command.action() == AnomalyAction.SUMMARY) {
      return summary(sorted, bound, first, third);
    }
    List<Map<String, Object>> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (command.action() == AnomalyAction.ANNOTATE || logarithms.get(i) < bound) {
        kept.add(all.get(i));
      }
    }
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.addAll(List.of("log_event_prob", "max_freq", "probable_cause", "probable_cause_freq"));
    return new Rows(columns, kept);
  }

  private static Rows summary(List<Double> sorted, double bound, double first, double third) {
    Map<String, Object> row = new LinkedHashMap<>();
    if (!sorted.isEmpty()) {
      Values.set(row, "num_anomalies", (double) sorted.stream().filter(l -> l < bound).count());
      Values.set(row, "thresh", bound);
      Values.set(row, "max_logprob", sorted.get(sorted.size() - 1));
      Values.set(row, "min_logprob", sorted.get(0));
      Values.set(row, "1st_quartile", first);
      Values.set(row, "3rd_quartile", third);
    }
    String names = "num_anomalies thresh max_logprob min_logprob 1st_quartile 3rd_quartile";
    return new Rows(
        new LinkedHashSet<>(List.of(names.split(" "))), row.isEmpty() ? List.of() : List.of(row));
  }

  /** How many rows have the same value, or a number in the same bin, as a part of all. */
  private static double share(Rows rows, String field, Map<String, Object> row) {
    List<Object> values =
        rows.all().stream().map(r -> r.get(field)).filter(v -> v != null).toList();
    List<Double> numbers = StatisticCommands.numbers(rows, field);
    boolean numeric = !numbers.isEmpty() && numbers.size() == values.size();
    Object own = row.get(field);
    long same =
        rows.all().stream()
            .map(other -> other.get(field))
            .filter(
                other ->
                    numeric && own != null && other != null
                        ? bin(numbers, own) == bin(numbers, other)
                        : Objects.equals(own, other))
            .count();
    return (double) same / rows.all().size();
  }

  private static long bin(List<Double> numbers, Object value) {
    double low = numbers.stream().mapToDouble(n -> n).min().orElse(0);
    double high = numbers.stream().mapToDouble(n -> n).max().orElse(0);
    long bins = Math.max(1, Math.round(Math.sqrt(numbers.size())));
    double width = (high - low) / bins;
    double number = Objects.requireNonNull(StatisticCommands.number(value));
    return width == 0 ? 0 : Math.min((long) ((number - low) / width), bins - 1);
  }

  static Rows anomalousvalue(Anomalousvalue command, Rows rows) {
    List<Map<String, Object>> table = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    List<Map<String, Object>> annotated = new ArrayList<>();
    rows.all().forEach(row -> annotated.add(new LinkedHashMap<>(row)));
    Set<Integer> odd = new LinkedHashSet<>();
    for (String field : StatisticCommands.columns(command.fields(), rows)) {
      long count = rows.all().stream().filter(row -> row.get(field) != null).count();
      List<Double> numbers = StatisticCommands.numbers(rows, field);
      boolean numeric = count > 0 && numbers.size() == count;
      List<@Nullable Double> rarity = rarity(rows, field, count);
      List<@Nullable Double> distance = numeric ? distances(rows, field, numbers) : List.of();
      double rare = part(rarity, command.threshold(), count);
      double far = part(distance, command.threshold(), count);
      double part = numeric ? far : rare;
      boolean used =
          count >= command.limits().count()
              && count >= command.limits().part() * rows.all().size()
              && count > 0
              && part <= command.limits().most()
              && part >= command.limits().least();
      Map<String, Object> line = new LinkedHashMap<>();
      Values.set(line, "fieldname", field);
      Values.set(line, "count", (double) count);
      Values.set(
          line,
          "distinct_count",
          (double)
              rows.all().stream().map(r -> r.get(field)).filter(v -> v != null).distinct().count());
      Values.set(line, "isNum", numeric ? "YES" : "NO");
      if (numeric) {
        Values.set(line, "mean", mean(numbers));
        Values.set(line, "stdev", deviation(numbers));
      }
      if (count > 0) {
        Values.set(line, "catAnoFreq%", 100 * rare);
        Values.set(line, "catNormFreq%", 100 - 100 * rare);
      }
      if (numeric) {
        Values.set(line, "numAnoFreq%", 100 * far);
        Values.set(line, "numNormFreq%", 100 - 100 * far);
      }
      Values.set(line, "useCat", used && !numeric ? "YES" : "NO");
      Values.set(line, "useNum", used && numeric ? "YES" : "NO");
      table.add(line);
      String score = "Anomaly_Score_" + (numeric ? "Num(" : "Cat(") + field + ")";
      if (used) {
        columns.add(score);
      }
      for (int i = 0; i < annotated.size() && used; i++) {
        Double likelihood = (numeric ? distance : rarity).get(i);
        annotated.get(i).remove(score);
        if (likelihood != null && likelihood < command.threshold()) {
          odd.add(i);
          Values.set(annotated.get(i), score, likelihood);
        }
      }
    }
    return switch (command.action()) {
      case SUMMARY -> new Rows(SUMMARY, table);
      case ANNOTATE -> new Rows(columns, annotated);
      case FILTER ->
          rows.with(
              odd.stream().sorted().map(i -> (Map<String, Object>) rows.all().get(i)).toList());
    };
  }

  private static final Set<String> SUMMARY =
      new LinkedHashSet<>(
          List.of(
              ("fieldname count distinct_count isNum mean stdev catAnoFreq% catNormFreq%"
                      + " numAnoFreq% numNormFreq% useCat useNum")
                  .split(" ")));

  private static double part(List<@Nullable Double> likelihoods, double threshold, long count) {
    return count == 0
        ? 0
        : (double) likelihoods.stream().filter(l -> l != null && l < threshold).count() / count;
  }

  private static List<@Nullable Double> rarity(Rows rows, String field, long count) {
    List<@Nullable Double> result = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      Object own = row.get(field);
      long same = rows.all().stream().filter(r -> Objects.equals(r.get(field), own)).count();
      result.add(own == null ? null : (Double) ((double) same / count));
    }
    return result;
  }

  private static List<@Nullable Double> distances(Rows rows, String field, List<Double> numbers) {
    List<@Nullable Double> result = new ArrayList<>();
    double mean = mean(numbers);
    double deviation = deviation(numbers);
    for (Map<String, Object> row : rows.all()) {
      Double number = StatisticCommands.number(row.get(field));
      result.add(number == null ? null : (Double) tails(number - mean, deviation));
    }
    return result;
  }

  private static double mean(List<Double> numbers) {
    return numbers.stream().reduce(0.0, Double::sum) / numbers.size();
  }

  private static double deviation(List<Double> numbers) {
    double squares = 0;
    for (double number : numbers) {
      squares += (number - mean(numbers)) * (number - mean(numbers));
    }
    return numbers.size() < 2 ? 0 : Math.sqrt(squares / (numbers.size() - 1));
  }

  /** The area under both tails of the bell, summed up by Simpson's rule. */
  static double tails(double distance, double deviation) {
    if (deviation == 0) {
      return 1;
    }
    double from = Math.abs(distance) / deviation;
    int steps = 6_000;
    double width = 12.0 / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double x = from + i * width;
      double weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
      sum += weight * Math.exp(-x * x / 2);
    }
    return 2 * sum * width / 3 / Math.sqrt(2 * Math.PI);
  }

  static Rows anomalies(Anomalies command, Rows rows) {
    Map<List<String>, List<Set<String>>> before = new HashMap<>();
    List<Map<String, Object>> kept = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      Map<String, Object> copy = new LinkedHashMap<>(row);
      copy.remove("unexpectedness");
      List<String> key = new ArrayList<>();
      boolean whole = true;
      for (FieldName field : command.by()) {
        List<String> texts = Values.texts(row.get(field.name()));
        whole &= !texts.isEmpty();
        key.add(String.join("\n", texts));
      }
      List<String> texts = Values.texts(row.get(command.field().name()));
      double score = -1;
      if (whole && !texts.isEmpty()) {
        Set<String> grams = grams(String.join("\n", texts), command.normalize());
        List<Set<String>> window = before.computeIfAbsent(key, first -> new ArrayList<>());
        Set<String> known = new LinkedHashSet<>();
        window.forEach(known::addAll);
        long fresh = grams.stream().filter(gram -> !known.contains(gram)).count();
        score = (double) fresh / (known.size() + grams.size());
        Values.set(copy, "unexpectedness", score);
        window.add(grams);
        if (window.size() > command.window()) {
          window.remove(0);
        }
      }
      if (command.labelOnly() || score >= command.threshold()) {
        kept.add(copy);
      }
    }
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.add("unexpectedness");
    return new Rows(columns, kept);
  }

  private static Set<String> grams(String text, boolean normalize) {
    String plain = normalize ? text.replaceAll("[0-9]", "0") : text;
    Set<String> grams = new LinkedHashSet<>();
    for (int i = 0; i + 3 <= plain.length(); i++) {
      grams.add(plain.substring(i, i + 3));
    }
    return grams.isEmpty() ? Set.of(plain) : grams;
  }
}
