package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.ast.Expression;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.command.EvalOption;
import karst.command.Eventstats;
import karst.command.Streamstats;
import karst.parse.Parser;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.type.TimeSpan;
import org.jspecify.annotations.Nullable;

/** The commands that put aggregates beside the rows (spl-semantics §6.1). */
final class WindowCommands {
  /** A window of time holds no more rows. */
  private static final int MAX_ROWS = 10_000;

  private final Expressions expressions;

  WindowCommands(Expressions expressions) {
    this.expressions = expressions;
  }

  Rows eventstats(Eventstats command, Rows rows) {
    Grouping grouping = new Grouping(expressions, command.by(), command.allNumbers(), false);
    List<AggregateCall> calls = grouping.expanded(command.aggregates(), rows.columns());
    return rows.map(
        columns(rows, calls),
        row -> {
          List<List<String>> key = key(command.by(), row);
          if (key != null) {
            List<Map<String, Object>> group =
                rows.all().stream().filter(other -> key.equals(key(command.by(), other))).toList();
            grouping.setResults(row, group, calls);
          }
          return row;
        });
  }

  /** A multivalue is one key; a row that lacks a key has none. */
  private static @Nullable List<List<String>> key(List<FieldName> by, Map<String, Object> row) {
    List<List<String>> key = by.stream().map(f -> Values.texts(row.get(f.name()))).toList();
    return key.contains(List.of()) ? null : key;
  }

  private static Set<String> columns(Rows rows, List<AggregateCall> calls) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    calls.forEach(call -> columns.add(call.name()));
    return columns;
  }

  Rows streamstats(Streamstats command, Rows rows) {
    Grouping grouping = new Grouping(expressions, command.by(), command.allNumbers(), false);
    List<AggregateCall> calls = grouping.expanded(command.aggregates(), rows.columns());
    List<Map<String, Object>> seen = new ArrayList<>();
    List<Map<String, Object>> result = new ArrayList<>();
    List<List<String>> previous = null;
    for (Map<String, Object> row : rows.all()) {
      List<List<String>> key = key(command.by(), row);
      boolean changed = key != null && previous != null && !key.equals(previous);
      if (isTrue(command.resets().before(), row) || (command.resets().onChange() && changed)) {
        seen.clear();
      }
      Map<String, Object> extended = new LinkedHashMap<>(row);
      if (key != null) {
        previous = key;
        if (command.timeWindow() != null && Values.number(row.get("_time")) == null) {
          calls.forEach(call -> extended.remove(call.name()));
        } else {
          grouping.setResults(extended, frame(command, seen, row, key), calls);
          seen.add(row);
        }
      }
      result.add(extended);
      if (isTrue(command.resets().after(), extended)) {
        seen.clear();
      }
    }
    return new Rows(columns(rows, calls), result);
  }

  /** The rows that count for a row: the last of all rows or of its group, and near in time. */
  private static List<Map<String, Object>> frame(
      Streamstats command,
      List<Map<String, Object>> seen,
      Map<String, Object> row,
      List<List<String>> key) {
    List<Map<String, Object>> frame = new ArrayList<>(seen);
    if (command.current()) {
      frame.add(row);
    }
    if (!command.global()) {
      frame.removeIf(other -> !key.equals(key(command.by(), other)));
    }
    long most = command.window() > 0 ? command.window() : Long.MAX_VALUE;
    if (command.timeWindow() != null) {
      most = Math.min(most, MAX_ROWS);
    }
    frame = frame.subList((int) Math.max(0, frame.size() - most), frame.size());
    List<Map<String, Object>> counted = new ArrayList<>();
    for (Map<String, Object> other : frame) {
      if (key.equals(key(command.by(), other)) && isNear(command.timeWindow(), other, row)) {
        counted.add(other);
      }
    }
    return counted;
  }

  private static boolean isNear(
      @Nullable String span, Map<String, Object> row, Map<String, Object> other) {
    if (span == null) {
      return true;
    }
    Double time = Values.number(row.get("_time"));
    Double otherTime = Values.number(other.get("_time"));
    return time != null
        && otherTime != null
        && Math.abs(time - otherTime) < TimeSpan.parse(span).seconds();
  }

  private boolean isTrue(@Nullable EvalOption option, Map<String, Object> row) {
    if (option == null) {
      return false;
    }
    Expression expression = option.expression();
    if (expression == null) {
      SourceText text = SourceText.of("<option>", option.text());
      expression = Parser.parseExpression(SourceMap.identity(text));
    }
    return expressions.isTrue(expression, row);
  }
}
