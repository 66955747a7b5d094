package karst.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import karst.ast.Expression;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import org.jspecify.annotations.Nullable;

/** Grouping and aggregation, for stats and tstats alike (spl-semantics §4). */
final class Grouping {
  private static final Set<String> AGGREGATIONS =
      Set.of("count", "sum", "avg", "min", "max", "dc", "range", "stdev", "median", "values");

  private final Expressions expressions;
  private final List<String> by;
  private final boolean allNumbers;
  private final boolean dedupSplitValues;
  private @Nullable Sparklines sparklines;

  Grouping(
      Expressions expressions, List<FieldName> by, boolean allNumbers, boolean dedupSplitValues) {
    this.expressions = expressions;
    this.by = by.stream().map(FieldName::name).toList();
    this.allNumbers = allNumbers;
    this.dedupSplitValues = dedupSplitValues;
  }

  Rows aggregate(Rows rows, List<AggregateCall> written) {
    List<AggregateCall> calls = expanded(written, rows.columns());
    Set<String> columns = new LinkedHashSet<>(by);
    calls.forEach(call -> columns.add(call.name()));
    Map<List<String>, List<Map<String, Object>>> groups = groups(rows);
    sparklines = new Sparklines(expressions, groups.values());
    List<Map<String, Object>> result = new ArrayList<>();
    for (List<String> key : sorted(groups.keySet())) {
      result.add(row(key, groups.getOrDefault(key, List.of()), calls));
    }
    // Without BY a row in which nothing was counted and all is null is not shown (§4.4).
    boolean counted =
        calls.stream()
            .anyMatch(
                call ->
                    call.sparkline() == null && Aggregations.isZeroOverNothing(call.function()));
    if (by.isEmpty() && !counted) {
      result.removeIf(Map::isEmpty);
    }
    return new Rows(columns, result);
  }

  /** Returns aggregations of single fields. */
  List<AggregateCall> expanded(List<AggregateCall> written, Set<String> columns) {
    List<AggregateCall> calls = new ArrayList<>();
    written.forEach(call -> calls.addAll(expanded(call, columns)));
    return calls;
  }

  /** A pattern stands for each field but the keys and internal ones (§4.3). */
  private List<AggregateCall> expanded(AggregateCall call, Set<String> columns) {
    if (call.field() == null || !call.field().hasWildcard()) {
      return List.of(call);
    }
    List<AggregateCall> calls = new ArrayList<>();
    for (String column : columns) {
      List<String> stars = FieldNames.stars(call.field().name(), column);
      if (stars != null && !by.contains(column)) {
        calls.add(
            new AggregateCall(
                call.function(),
                new FieldName(column, call.span()),
                null,
                call.parameter(),
                call.sparkline(),
                FieldNames.fill(call.name(), stars),
                true,
                call.span()));
      }
    }
    return calls;
  }

  /** A row belongs to the group of each combination of its keys' values; without a key to none. */
  private Map<List<String>, List<Map<String, Object>>> groups(Rows rows) {
    Map<List<String>, List<Map<String, Object>>> groups = new LinkedHashMap<>();
    if (by.isEmpty()) {
      groups.put(List.of(), new ArrayList<>());
    }
    for (Map<String, Object> row : rows.all()) {
      for (List<String> key : keys(row)) {
        groups.computeIfAbsent(key, unseen -> new ArrayList<>()).add(row);
      }
    }
    return groups;
  }

  private List<List<String>> keys(Map<String, Object> row) {
    List<List<String>> keys = List.of(List.of());
    for (String field : by) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> key : keys) {
        for (String text : Values.texts(row.get(field))) {
          List<String> extended = new ArrayList<>(key);
          extended.add(text);
          longer.add(extended);
        }
      }
      keys = longer;
    }
    return dedupSplitValues ? keys.stream().distinct().toList() : keys;
  }

  /** Ascending by the keys; equal ones as they came (§4.4, Q17). */
  private List<List<String>> sorted(Set<List<String>> keys) {
    List<List<String>> sorted = new ArrayList<>(keys);
    // The sort is stable, so the least significant key comes first.
    for (int i = by.size() - 1; i >= 0; i--) {
      int place = i;
      List<String> column = keys.stream().map(key -> key.get(place)).toList();
      sorted.sort(Comparator.comparing(key -> key.get(place), Comparisons.column(column)));
    }
    return sorted;
  }

  /** The keys, then the aggregations; of two with one name the later counts (§4.3). */
  private Map<String, Object> row(
      List<String> key, List<Map<String, Object>> group, List<AggregateCall> calls) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (int i = 0; i < by.size(); i++) {
      result.put(by.get(i), key.get(i));
    }
    setResults(result, group, calls);
    return result;
  }

  /** Sets what aggregations of some rows give; null is no field. */
  void setResults(
      Map<String, Object> result, List<Map<String, Object>> group, List<AggregateCall> calls) {
    for (AggregateCall call : calls) {
      if (call.function().equalsIgnoreCase("eval") && call.expression() != null) {
        Map<String, Object> values = new LinkedHashMap<>();
        Expression made = rewritten(call.expression(), group, values);
        Values.set(result, call.name(), expressions.evaluate(made, values));
        continue;
      }
      Object value =
          call.sparkline() == null
              ? aggregated(group, call)
              : Objects.requireNonNull(sparklines).of(group, call, rows -> aggregated(rows, call));
      Values.set(result, call.name(), value);
    }
  }

  private @Nullable Object aggregated(List<Map<String, Object>> group, AggregateCall call) {
    List<Aggregations.Item> items = new ArrayList<>();
    for (Map<String, Object> row : group) {
      Double time = Values.number(row.get("_time"));
      Values.texts(value(call, row)).forEach(t -> items.add(new Aggregations.Item(t, time)));
    }
    Aggregations aggregations = new Aggregations(items, allNumbers);
    return aggregations.result(call.function(), call.parameter());
  }

  /** An expression over aggregations, in which these are fields that have their results. */
  private Expression rewritten(
      Expression expression, List<Map<String, Object>> group, Map<String, Object> values) {
    if (expression instanceof Expression.Unary unary) {
      return new Expression.Unary(
          unary.operator(), rewritten(unary.operand(), group, values), unary.span());
    } else if (expression instanceof Expression.Binary binary) {
      return new Expression.Binary(
          binary.operator(),
          rewritten(binary.left(), group, values),
          rewritten(binary.right(), group, values),
          binary.span());
    } else if (expression instanceof Expression.Field field && field.name().equals("count")) {
      return rewritten(
          new Expression.Call("count", field.span(), List.of(), field.span()), group, values);
    } else if (!(expression instanceof Expression.Call call)) {
      return expression;
    } else if (call.arguments().size() > 1 || !AGGREGATIONS.contains(call.name())) {
      List<Expression> arguments = new ArrayList<>();
      call.arguments().forEach(argument -> arguments.add(rewritten(argument, group, values)));
      return new Expression.Call(call.name(), call.nameSpan(), arguments, call.span());
    } else {
      String name = "aggregate" + (values.size() + 1);
      Expression argument = call.arguments().isEmpty() ? null : call.arguments().get(0);
      values.put(name, "");
      setResults(
          values,
          group,
          List.of(
              new AggregateCall(call.name(), null, argument, Double.NaN, name, true, call.span())));
      return new Expression.Field(name, true, call.span());
    }
  }

  private @Nullable Object value(AggregateCall call, Map<String, Object> row) {
    if (call.isBare()) {
      return "row";
    }
    if (call.expression() == null) {
      return row.get(Objects.requireNonNull(call.field()).name());
    }
    Object value = expressions.evaluate(call.expression(), row);
    // A condition is 1 where it is true, and nothing elsewhere (§4.2).
    return value instanceof Boolean truth ? (truth ? "1" : null) : value;
  }
}
