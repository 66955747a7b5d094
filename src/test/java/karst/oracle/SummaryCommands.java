package karst.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import karst.command.Binning;
import karst.command.Command;
import karst.command.Fieldsummary;
import karst.command.Makecontinuous;
import karst.type.JsonValue;
import karst.type.Numbers;
import karst.type.SpanChoice;
import karst.type.TimeModifier;
import karst.type.TimeSpan;
import org.jspecify.annotations.Nullable;

/** The commands that sum rows up or fill them in (spl-semantics §6.2). */
final class SummaryCommands {
  private static final int MOST_BINS = 50_000;

  private SummaryCommands() {}

  /** Returns null for a command that is none of these. */
  static @Nullable Rows run(Command command, Rows rows, double now, ZoneId zone) {
    if (command instanceof Fieldsummary fieldsummary) {
      return fieldsummary(fieldsummary, rows);
    } else if (command instanceof Makecontinuous makecontinuous) {
      return makecontinuous(makecontinuous, rows, now, zone);
    }
    return null;
  }

  private static Rows fieldsummary(Fieldsummary command, Rows rows) {
    List<Map<String, Object>> summaries = new ArrayList<>();
    List<String> fields = new ArrayList<>(rows.columns());
    fields.sort(Comparisons.TEXT);
    for (String field : fields) {
      boolean wanted =
          command.fields().isEmpty()
              ? !FieldNames.isInternal(field)
              : command.fields().stream().anyMatch(f -> FieldNames.matches(f.name(), field));
      List<String> values = new ArrayList<>();
      rows.all().forEach(row -> values.addAll(Values.texts(row.get(field))));
      if (wanted && !values.isEmpty()) {
        summaries.add(summary(field, values, command.maxValues()));
      }
    }
    return new Rows(
        new LinkedHashSet<>(
            List.of(
                "field",
                "count",
                "distinct_count",
                "is_exact",
                "max",
                "mean",
                "min",
                "numeric_count",
                "stdev",
                "values")),
        summaries);
  }

  private static Map<String, Object> summary(String field, List<String> values, long most) {
    Map<String, Object> row = new LinkedHashMap<>();
    List<Double> numbers =
        values.stream()
            .filter(Numbers::isNumber)
            .map(Numbers::parse)
            .filter(Double::isFinite)
            .toList();
    LinkedHashSet<String> distinct = new LinkedHashSet<>(values);
    row.put("field", field);
    Values.set(row, "count", (double) values.size());
    Values.set(row, "distinct_count", (double) distinct.size());
    row.put("is_exact", "1");
    Values.set(row, "numeric_count", (double) numbers.size());
    if (!numbers.isEmpty()) {
      double mean = numbers.stream().reduce(0.0, Double::sum) / numbers.size();
      double squares = numbers.stream().map(x -> (x - mean) * (x - mean)).reduce(0.0, Double::sum);
      Values.set(row, "max", Collections.max(numbers));
      Values.set(row, "mean", mean);
      Values.set(row, "min", Collections.min(numbers));
      Values.set(row, "stdev", numbers.size() < 2 ? 0 : Math.sqrt(squares / (numbers.size() - 1)));
    }
    List<String> sorted = new ArrayList<>(distinct);
    sorted.sort(Comparisons.TEXT);
    sorted.sort(Comparator.comparing(value -> -Collections.frequency(values, value)));
    List<String> listed =
        sorted.stream()
            .limit(most)
            .map(
                value ->
                    "{\"value\":"
                        + new JsonValue.Text(value).toJson()
                        + ",\"count\":"
                        + Collections.frequency(values, value)
                        + "}")
            .toList();
    row.put("values", "[" + String.join(",", listed) + "]");
    return row;
  }

  /** A row and the number by which it is put into a bin. */
  private record Numbered(double number, Map<String, Object> row) {}

  private static Rows makecontinuous(Makecontinuous command, Rows rows, double now, ZoneId zone) {
    String field = command.field().name();
    if (!rows.columns().contains(field)) {
      return rows;
    }
    Binning binning = command.binning();
    List<Numbered> numbered = new ArrayList<>();
    List<Map<String, Object>> others = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      Double number =
          Values.texts(row.get(field)).size() == 1 ? Values.number(row.get(field)) : null;
      if (number == null || !Double.isFinite(number)) {
        others.add(row);
      } else if ((binning.start() == null || number >= binning.start())
          && (binning.end() == null || number <= binning.end())) {
        numbered.add(new Numbered(number, row));
      }
    }
    if (numbered.isEmpty()) {
      return rows.with(others);
    }
    double low = numbered.stream().mapToDouble(Numbered::number).min().orElseThrow();
    double high = numbered.stream().mapToDouble(Numbered::number).max().orElseThrow();
    double from = binning.start() == null ? low : binning.start();
    double to = binning.end() == null ? high : Math.max(high, Math.nextDown(binning.end()));
    if (Math.abs(from) > 1e15 || Math.abs(to) > 1e15) {
      throw new UnsupportedOperationException("bins of huge numbers");
    }
    boolean whole = numbered.stream().allMatch(row -> row.number() == Math.floor(row.number()));
    return rows.with(
        binning.isOfTimes(field)
            ? times(binning, field, numbered, others, from, to, now, zone)
            : numbers(binning, field, numbered, others, from, to, whole));
  }

  private static List<Map<String, Object>> times(
      Binning binning,
      String field,
      List<Numbered> numbered,
      List<Map<String, Object>> others,
      double from,
      double to,
      double now,
      ZoneId zone) {
    TimeSpan least = binning.least() == null ? null : TimeSpan.parse(binning.least());
    TimeSpan span =
        binning.width() == null
            ? SpanChoice.ofTimes(from, to, binning.bins(), least, zone)
            : TimeSpan.parse(binning.width());
    // Without a time range of the search its ends are no place to count from.
    String align = binning.alignTime();
    boolean counted = binning.width() != null && span.seconds() < 86_400;
    double origin =
        counted && align != null && !List.of("earliest", "latest").contains(align)
            ? TimeModifier.parse(align).apply(now, zone)
            : 0;
    TreeMap<Double, List<Map<String, Object>>> bins = new TreeMap<>();
    double last = origin + span.floor(to - origin, zone);
    for (double bin = origin + span.floor(from - origin, zone);
        bin <= last && bins.size() <= MOST_BINS;
        bin = origin + span.next(bin - origin, zone)) {
      bins.put(bin, new ArrayList<>());
    }
    if (bins.size() > MOST_BINS) {
      bins.clear();
    }
    numbered.forEach(
        row ->
            bins.computeIfAbsent(
                    origin + span.floor(row.number() - origin, zone), k -> new ArrayList<>())
                .add(row.row()));
    return inOrder(bins, field, others);
  }

  private static List<Map<String, Object>> numbers(
      Binning binning,
      String field,
      List<Numbered> numbered,
      List<Map<String, Object>> others,
      double from,
      double to,
      boolean whole) {
    BigDecimal width =
        binning.width() != null
            ? new BigDecimal(binning.width())
            : new BigDecimal(
                SpanChoice.ofNumbers(
                        from,
                        to,
                        binning.bins(),
                        binning.least() != null
                            ? Double.parseDouble(binning.least())
                            : whole ? 1 : 0)
                    .toString());
    TreeMap<Double, List<Map<String, Object>>> bins = new TreeMap<>();
    BigDecimal first = index(from, width);
    BigDecimal last = index(to, width);
    if (last.subtract(first).doubleValue() < MOST_BINS) {
      for (BigDecimal i = first; i.compareTo(last) <= 0; i = i.add(BigDecimal.ONE)) {
        bins.put(i.multiply(width).doubleValue(), new ArrayList<>());
      }
    }
    numbered.forEach(
        row ->
            bins.computeIfAbsent(
                    index(row.number(), width).multiply(width).doubleValue(),
                    k -> new ArrayList<>())
                .add(row.row()));
    return inOrder(bins, field, others);
  }

  /** In the order of the input within a bin. */
  private static List<Map<String, Object>> inOrder(
      TreeMap<Double, List<Map<String, Object>>> bins,
      String field,
      List<Map<String, Object>> others) {
    List<Map<String, Object>> all = new ArrayList<>();
    bins.forEach(
        (bin, rows) -> {
          for (Map<String, Object> row :
              rows.isEmpty() ? List.of(Map.<String, Object>of()) : rows) {
            Map<String, Object> copy = new LinkedHashMap<>(row);
            Values.set(copy, field, bin);
            all.add(copy);
          }
        });
    all.addAll(others);
    return all;
  }

  private static BigDecimal index(double number, BigDecimal width) {
    return new BigDecimal(Numbers.format(number)).divide(width, 0, RoundingMode.FLOOR);
  }
}
