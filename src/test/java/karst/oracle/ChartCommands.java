package karst.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.command.Binning;
import karst.command.Chart;
import karst.command.SeriesFilter;
import karst.command.SeriesOptions;
import karst.command.Timechart;
import karst.type.Numbers;
import karst.type.TimeSpan;
import org.jspecify.annotations.Nullable;

/** Charts (spl-semantics §6.1 chart, timechart), cell by cell. */
final class ChartCommands {
  private static final String ROW = "$row";
  private static final String SERIES = "$series";

  private final Expressions expressions;
  private final SeriesOptions options;
  private final List<AggregateCall> calls;
  private final Grouping grouping;
  private final Map<String, Double> units = new LinkedHashMap<>();
  private @Nullable TimeSpan span;

  private ChartCommands(
      Expressions expressions, SeriesOptions options, List<AggregateCall> calls, Rows rows) {
    this.expressions = expressions;
    this.options = options;
    this.grouping = new Grouping(expressions, List.of(), false, false);
    Map<String, AggregateCall> byName = new LinkedHashMap<>();
    grouping.expanded(calls, rows.columns()).forEach(call -> byName.put(call.name(), call));
    this.calls = List.copyOf(byName.values());
  }

  static Rows chart(Chart command, Rows rows, Expressions expressions) {
    Chart.Split row = command.row();
    Chart.Split column = command.column();
    List<AggregateCall> calls = command.aggregates();
    if (row == null) {
      return new Grouping(expressions, List.of(), false, false).aggregate(rows, calls);
    }
    String name = row.field().name();
    Rows keyed = binned(binned(rows, row, ROW, expressions), column, SERIES, expressions);
    if (column == null) {
      FieldName key = new FieldName(ROW, row.field().span());
      Rows groups = new Grouping(expressions, List.of(key), false, false).aggregate(keyed, calls);
      Set<String> columns = new LinkedHashSet<>(List.of(name));
      groups.columns().stream().filter(c -> !c.equals(ROW)).forEach(columns::add);
      return groups.map(columns, group -> renamed(group, name, groups.columns().contains(name)));
    }
    ChartCommands charts = new ChartCommands(expressions, command.series(), calls, rows);
    List<Map<String, Object>> cells = spread(keyed, command.series().absent());
    // Keys that are one number in several spellings come by their bytes.
    List<String> keys = new ArrayList<>(cells.stream().map(ChartCommands::key).distinct().toList());
    keys.sort(Comparisons.TEXT);
    keys.sort(Comparisons.column(keys));
    return charts.table(name, keys, cells);
  }

  private static String key(Map<String, Object> cell) {
    return Objects.requireNonNull(cell.get(ROW)).toString();
  }

  /** An aggregation that is called as the row's field takes its place, as in stats. */
  private static Map<String, Object> renamed(
      Map<String, Object> group, String name, boolean taken) {
    Map<String, Object> result = new LinkedHashMap<>();
    if (!taken) {
      Values.set(result, name, group.get(ROW));
    }
    group.forEach(
        (field, value) -> {
          if (!field.equals(ROW)) {
            result.put(field, value);
          }
        });
    return result;
  }

  private static Rows binned(
      Rows rows, Chart.@Nullable Split split, String target, Expressions expressions) {
    if (split == null) {
      return rows;
    }
    String field = split.field().name();
    Binning binning = split.binning();
    var bin = binning == null ? null : new BinCommand(expressions).bin(binning, field, rows.all());
    return rows.map(
        rows.columns(),
        row -> {
          List<String> texts = Values.texts(row.get(field));
          boolean single = binning != null && (binning.width() != null || texts.size() == 1);
          Values.set(
              row,
              target,
              Values.of(bin != null && single ? BinCommand.binned(texts, bin) : texts));
          return row;
        });
  }

  /** A row for each value of its keys; without a row key it is left out. */
  private static List<Map<String, Object>> spread(Rows rows, String absent) {
    List<Map<String, Object>> spread = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      List<String> series = new ArrayList<>(Values.texts(row.get(SERIES)));
      if (series.isEmpty() && !absent.isEmpty()) {
        series.add(null);
      }
      for (String key : Values.texts(row.get(ROW))) {
        for (String value : series) {
          Map<String, Object> cell = new LinkedHashMap<>(row);
          cell.put(ROW, key);
          Values.set(cell, SERIES, value);
          spread.add(cell);
        }
      }
    }
    return spread;
  }

  private Rows table(String name, List<String> keys, List<Map<String, Object>> cells) {
    Set<String> values = new LinkedHashSet<>();
    cells.forEach(cell -> values.addAll(Values.texts(cell.get(SERIES))));
    List<String> chosen = chosen(values, cells);
    Map<String, List<Map<String, Object>>> series = new LinkedHashMap<>();
    for (String value : chosen) {
      boolean taken =
          value.startsWith("_")
              || value.equals(name)
              || value.equals(options.other())
              || value.equals(options.absent());
      series.put(taken ? "VALUE_" + value : value, of(cells, value));
    }
    if (chosen.size() < values.size() && !options.other().isEmpty()) {
      List<Map<String, Object>> others = new ArrayList<>(cells);
      others.removeIf(c -> c.get(SERIES) == null || chosen.contains(c.get(SERIES)));
      series.put(options.other(), others);
    }
    if (cells.stream().anyMatch(cell -> cell.get(SERIES) == null)) {
      series.put(options.absent(), of(cells, null));
    }
    List<Map<String, Object>> result = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>(List.of(name));
    for (AggregateCall call : calls) {
      series.keySet().forEach(value -> columns.add(column(call, value)));
    }
    for (String key : keys) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put(name, key);
      series.forEach((value, rows) -> setCells(row, key, value, rows));
      result.add(row);
    }
    return new Rows(columns, result);
  }

  private static List<Map<String, Object>> of(
      List<Map<String, Object>> cells, @Nullable String series) {
    return cells.stream()
        .filter(c -> series == null ? c.get(SERIES) == null : series.equals(c.get(SERIES)))
        .toList();
  }

  private String column(AggregateCall call, String value) {
    if (options.format() != null) {
      return options.format().replace("$AGG$", call.name()).replace("$VAL$", value);
    }
    return calls.size() == 1 ? value : call.name() + options.separator() + value;
  }

  private void setCells(
      Map<String, Object> row, String key, String value, List<Map<String, Object>> rows) {
    Map<String, Object> results = scaled(results(rows, key, calls), key);
    for (AggregateCall call : calls) {
      Values.set(row, column(call, value), results.get(call.name()));
    }
  }

  private Map<String, Object> results(
      List<Map<String, Object>> rows, String key, List<AggregateCall> wanted) {
    Map<String, Object> results = new LinkedHashMap<>();
    List<Map<String, Object>> group =
        rows.stream().filter(cell -> key.equals(cell.get(ROW))).toList();
    grouping.setResults(results, group, wanted);
    return results;
  }

  private List<String> chosen(Set<String> values, List<Map<String, Object>> cells) {
    SeriesFilter filter = options.filter();
    AggregateCall rank = filter == null ? calls.get(0) : filter.aggregate();
    Map<String, Double> sums = new TreeMap<>(Comparisons.TEXT);
    Set<String> keys = new LinkedHashSet<>();
    cells.forEach(cell -> keys.add(key(cell)));
    for (String value : values) {
      double sum = 0;
      for (String key : keys) {
        Object result = results(of(cells, value), key, List.of(rank)).get(rank.name());
        sum += result instanceof String text && Numbers.isNumber(text) ? Numbers.parse(text) : 0;
      }
      sums.put(value, sum);
    }
    List<String> smallest = new ArrayList<>(sums.keySet());
    smallest.sort(Comparator.comparing(sums::get));
    List<String> largest = new ArrayList<>(sums.keySet());
    largest.sort(Comparator.comparing(sums::get, Comparator.reverseOrder()));
    List<String> chosen = new ArrayList<>(sums.keySet());
    if (filter != null) {
      int count = (int) Math.min(filter.number(), chosen.size());
      switch (filter.relation()) {
        case IN_TOP -> chosen.retainAll(largest.subList(0, count));
        case IN_BOTTOM -> chosen.retainAll(smallest.subList(0, count));
        case NOT_IN_TOP -> chosen.removeAll(largest.subList(0, count));
        case NOT_IN_BOTTOM -> chosen.removeAll(smallest.subList(0, count));
        case GREATER ->
            chosen.removeIf(v -> !(Objects.requireNonNull(sums.get(v)) > filter.number()));
        case LESS -> chosen.removeIf(v -> !(Objects.requireNonNull(sums.get(v)) < filter.number()));
      }
    } else if (options.limit() > 0) {
      int count = (int) Math.min(options.limit(), chosen.size());
      chosen.retainAll((options.smallest() ? smallest : largest).subList(0, count));
    }
    chosen.sort(Comparisons.column(chosen));
    return chosen;
  }

  static Rows timechart(Timechart command, Rows rows, Expressions expressions) {
    Binning binning = command.binning();
    List<Double> all = new ArrayList<>();
    rows.all().forEach(row -> all.add(Values.number(row.get("_time"))));
    all.removeIf(time -> time == null);
    all.sort(null);
    double first = all.isEmpty() ? 0 : all.get(0);
    double last = all.isEmpty() ? 0 : all.get(all.size() - 1);
    String width =
        binning.width() != null
            ? binning.width()
            : new BinCommand(expressions).timeSpan(first, last, binning);
    TimeSpan span = TimeSpan.parse(width);
    Binning chosen = new Binning(width, 100, null, null, null, binning.alignTime());
    var bin = new BinCommand(expressions).bin(chosen, "_time", rows.all());
    String by = command.by() == null ? null : command.by().name();
    Rows keyed =
        rows.map(
            rows.columns(),
            row -> {
              Double time = Values.number(row.get("_time"));
              Values.set(row, ROW, time == null ? null : bin.apply(Numbers.format(time)));
              Values.set(row, SERIES, by == null ? "" : row.get(by));
              return row;
            });
    List<AggregateCall> calls = new ArrayList<>();
    command.aggregates().forEach(call -> calls.add(summed(call)));
    ChartCommands charts = new ChartCommands(expressions, command.series(), calls, rows);
    List<Map<String, Object>> cells = spread(keyed, command.series().absent());
    List<Double> starts = new ArrayList<>();
    cells.forEach(cell -> starts.add(Numbers.parse(key(cell))));
    Set<String> keys = new LinkedHashSet<>();
    starts.sort(null);
    if (command.continuous() && !starts.isEmpty()) {
      double end = starts.get(starts.size() - 1);
      for (double t = starts.get(0); t <= end; t = span.next(t, expressions.zone)) {
        keys.add(Numbers.format(t));
      }
    } else {
      starts.forEach(start -> keys.add(Numbers.format(start)));
    }
    for (AggregateCall call : command.aggregates()) {
      charts.units.put(call.name(), unit(call));
    }
    charts.span = span;
    return by == null
        ? charts.plain(List.copyOf(keys), cells)
        : charts.table("_time", List.copyOf(keys), cells);
  }

  private Rows plain(List<String> keys, List<Map<String, Object>> cells) {
    List<Map<String, Object>> result = new ArrayList<>();
    for (String key : keys) {
      Map<String, Object> row = new LinkedHashMap<>(Map.of("_time", key));
      row.putAll(scaled(results(cells, key, calls), key));
      result.add(row);
    }
    Set<String> columns = new LinkedHashSet<>(List.of("_time"));
    calls.forEach(call -> columns.add(call.name()));
    return new Rows(columns, result);
  }

  /** A sum by the unit is divided by the units of the span. */
  private Map<String, Object> scaled(Map<String, Object> results, String key) {
    units.forEach(
        (name, unit) -> {
          Double sum = Values.number(results.get(name));
          if (unit > 0 && sum != null && span != null) {
            double start = Numbers.parse(key);
            double seconds = span.next(start, expressions.zone) - start;
            Values.set(results, name, sum * unit / seconds);
          }
        });
    return results;
  }

  private static double unit(AggregateCall call) {
    return switch (call.function().toLowerCase(Locale.ROOT)) {
      case "per_second" -> 1;
      case "per_minute" -> 60;
      case "per_hour" -> 3600;
      case "per_day" -> 86_400;
      default -> 0;
    };
  }

  private static AggregateCall summed(AggregateCall call) {
    return unit(call) == 0
        ? call
        : new AggregateCall(
            "sum", call.field(), call.expression(), Double.NaN, call.name(), true, call.span());
  }
}
