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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import karst.ast.FieldName;
import karst.ast.Unparser;
import karst.command.AggregateCall;
import karst.command.Concurrency;
import karst.command.Contingency;
import karst.command.Eventcount;
import karst.command.Metadata;
import karst.command.Outlier;
import karst.command.SummaryRows;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/** The commands of statistics (spl-semantics §6.2). */
final class StatisticCommands {
  private StatisticCommands() {}

  static Rows outlier(Outlier command, Rows rows) {
    Set<Map<String, Object>> gone = new LinkedHashSet<>();
    Rows result = rows;
    for (String column : columns(command.fields(), rows)) {
      List<Double> sorted = numbers(rows, column).stream().sorted().toList();
      if (sorted.isEmpty()) {
        continue;
      }
      double first = percentile(sorted, 25);
      double third = percentile(sorted, 75);
      double high = third + command.factor() * (third - first);
      double low =
          command.lower() ? first - command.factor() * (third - first) : Double.NEGATIVE_INFINITY;
      Predicate<Map<String, Object>> far =
          row -> {
            Double number = number(row.get(column));
            return number != null && (number < low || number > high);
          };
      if (command.remove()) {
        rows.all().stream().filter(far).forEach(gone::add);
      } else {
        result =
            result.map(
                rows.columns(),
                row -> {
                  if (far.test(row)) {
                    double bound =
                        Objects.requireNonNull(number(row.get(column))) < low ? low : high;
                    row.put(column, (command.mark() ? "000" : "") + Numbers.format(bound));
                  }
                  return row;
                });
      }
    }
    return result.with(result.all().stream().filter(row -> !gone.contains(row)).toList());
  }

  static Rows concurrency(Concurrency command, Rows rows) {
    String start = command.start().name();
    String duration = Objects.requireNonNull(command.duration()).name();
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.add(command.output());
    return rows.map(
        columns,
        row -> {
          Double now = number(row.get(start));
          Long count = null;
          if (now != null && number(row.get(duration)) != null) {
            count =
                rows.all().stream()
                    .filter(
                        other -> {
                          Double begin = number(other.get(start));
                          Double length = number(other.get(duration));
                          return begin != null
                              && length != null
                              && (begin.equals(now) || begin < now && begin + length > now);
                        })
                    .count();
          }
          Values.set(row, command.output(), count == null ? null : (Object) (double) count);
          return row;
        });
  }

  static Rows contingency(Contingency command, Rows rows) {
    String left = command.fields().get(0).name();
    String right = command.fields().get(1).name();
    List<List<String>> pairs = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      for (String one : Values.texts(row.get(left))) {
        Values.texts(row.get(right)).forEach(other -> pairs.add(List.of(one, other)));
      }
    }
    List<String> down = common(pairs, 0, command.maxRows(), command.rowCover());
    List<String> across = common(pairs, 1, command.maxColumns(), command.columnCover());
    boolean summed = !command.total().isEmpty() && !down.isEmpty();
    Set<String> columns = new LinkedHashSet<>(List.of(left));
    List<Map<String, Object>> result = new ArrayList<>();
    List<String> all = new ArrayList<>(down);
    if (summed) {
      all.add("");
    }
    for (int i = 0; i < all.size(); i++) {
      boolean last = i == down.size();
      List<String> these = last ? down : List.of(all.get(i));
      Map<String, Object> row = new LinkedHashMap<>();
      row.put(left, last ? command.total() : all.get(i));
      for (String value : across) {
        boolean taken =
            value.startsWith("_") || value.equals(left) || value.equals(command.total());
        String column = taken ? "VALUE_" + value : value;
        columns.add(column);
        row.put(column, "" + count(pairs, these, List.of(value)));
      }
      if (summed) {
        columns.add(command.total());
        row.put(command.total(), "" + count(pairs, these, across));
      }
      result.add(row);
    }
    return new Rows(columns, result);
  }

  private static long count(List<List<String>> pairs, List<String> left, List<String> right) {
    return pairs.stream().filter(p -> left.contains(p.get(0)) && right.contains(p.get(1))).count();
  }

  private static List<String> common(List<List<String>> pairs, int side, long most, double cover) {
    List<String> values = pairs.stream().map(pair -> pair.get(side)).toList();
    Comparator<String> order =
        Comparator.comparingLong(v -> -values.stream().filter(v::equals).count());
    List<String> kept = new ArrayList<>();
    for (String value :
        values.stream().distinct().sorted(order.thenComparing(Comparisons.TEXT)).toList()) {
      if (kept.size() < most
          && values.stream().filter(kept::contains).count() < cover * values.size()) {
        kept.add(value);
      }
    }
    return kept;
  }

  static Rows eventcount(Eventcount command, List<Map<String, Object>> events) {
    Map<String, Integer> counts = new TreeMap<>(Comparisons.TEXT);
    for (Map<String, Object> event : events) {
      for (String index : Values.texts(event.get("index"))) {
        boolean chosen = command.indexes().stream().anyMatch(name -> isIndex(name.name(), index));
        if (chosen || command.indexes().isEmpty()) {
          counts.merge(index, 1, Integer::sum);
        }
      }
    }
    if (command.summarize()) {
      long count =
          events.stream()
              .filter(
                  event ->
                      command.indexes().isEmpty()
                          || Values.texts(event.get("index")).stream()
                              .anyMatch(
                                  i ->
                                      command.indexes().stream()
                                          .anyMatch(name -> isIndex(name.name(), i))))
              .count();
      return new Rows(Set.of("count"), List.of(Map.of("count", "" + count)));
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    counts.forEach((index, count) -> rows.add(Map.of("count", "" + count, "index", index)));
    return new Rows(new LinkedHashSet<>(List.of("count", "index")), rows);
  }

  private static boolean isIndex(String pattern, String index) {
    return index
        .toLowerCase(Locale.ROOT)
        .matches(Pattern.quote(pattern.toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q"));
  }

  static Rows metadata(Metadata command, List<Map<String, Object>> events) {
    String field = command.type().field();
    Map<String, List<Map<String, Object>>> groups = new TreeMap<>(Comparisons.TEXT);
    for (Map<String, Object> event : events) {
      boolean chosen =
          command.indexes().isEmpty()
              || Values.texts(event.get("index")).stream()
                  .anyMatch(
                      i -> command.indexes().stream().anyMatch(name -> isIndex(name.name(), i)));
      for (String value : chosen ? Values.texts(event.get(field)) : List.<String>of()) {
        groups.computeIfAbsent(value, first -> new ArrayList<>()).add(event);
      }
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    groups.forEach(
        (value, group) -> {
          Rows table = new Rows(Set.of("_time"), group);
          List<Double> times = numbers(table, "_time").stream().sorted().toList();
          Map<String, Object> row = new LinkedHashMap<>();
          row.put(field, value);
          Values.set(row, "firstTime", times.isEmpty() ? null : times.get(0));
          Values.set(row, "lastTime", times.isEmpty() ? null : times.get(times.size() - 1));
          Values.set(row, "recentTime", row.get("lastTime"));
          row.put("totalCount", "" + group.size());
          row.put("type", command.type().name().toLowerCase(Locale.ROOT));
          rows.add(row);
        });
    Set<String> columns = new LinkedHashSet<>(List.of("firstTime", field, "lastTime"));
    columns.addAll(List.of("recentTime", "totalCount", "type"));
    return new Rows(columns, rows);
  }

  /** All columns that the command has a word for, and the time. */
  static Rows summaryRows(SummaryRows command, Rows rows) {
    List<FieldName> named = new ArrayList<>(command.keys());
    Set<String> kept = new LinkedHashSet<>();
    for (AggregateCall call : command.aggregates()) {
      if (call.field() != null) {
        named.add(call.field());
      }
      if (call.expression() != null) {
        String text = Unparser.unparse(call.expression());
        rows.columns().stream()
            .filter(column -> text.matches("(?s).*\\b" + Pattern.quote(column) + "\\b.*"))
            .forEach(kept::add);
      }
    }
    for (FieldName field : named) {
      rows.columns().stream()
          .filter(column -> FieldNames.matches(field.name(), column))
          .forEach(kept::add);
    }
    if (rows.columns().contains("_time")) {
      kept.add("_time");
    }
    return rows.map(
        kept.isEmpty() ? Set.of("_count") : kept,
        row -> {
          row.keySet().retainAll(kept);
          if (kept.isEmpty()) {
            row.put("_count", "1");
          }
          return row;
        });
  }

  /** Returns the columns that fields mean; all but internal ones where there is no field. */
  static List<String> columns(List<FieldName> fields, Rows rows) {
    Set<String> columns = new LinkedHashSet<>();
    List<String> patterns = fields.stream().map(FieldName::name).toList();
    for (String pattern : patterns.isEmpty() ? List.of("*") : patterns) {
      rows.columns().stream()
          .filter(column -> FieldNames.matches(pattern, column))
          .forEach(columns::add);
    }
    return List.copyOf(columns);
  }

  static List<Double> numbers(Rows rows, String column) {
    return rows.all().stream()
        .map(row -> number(row.get(column)))
        .filter(Objects::nonNull)
        .toList();
  }

  /** A finite number; none of a multivalue. */
  static @Nullable Double number(@Nullable Object value) {
    double parsed =
        value instanceof String text && Numbers.isNumber(text) ? Numbers.parse(text) : Double.NaN;
    return Double.isNaN(parsed) || Double.isInfinite(parsed) ? null : parsed;
  }

  static double percentile(List<Double> sorted, double percent) {
    double place = percent * (sorted.size() - 1) / 100;
    int below = (int) Math.floor(place);
    double low = sorted.get(below);
    double high = sorted.get(Math.min(below + 1, sorted.size() - 1));
    return place == below ? low : low + (place - below) * (high - low);
  }
}
