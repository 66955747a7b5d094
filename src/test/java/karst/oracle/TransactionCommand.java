package karst.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.ast.Expression;
import karst.ast.FieldName;
import karst.command.Transaction;
import karst.parse.Parser;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.type.TimeSpan;
import org.jspecify.annotations.Nullable;

/** Rows that belong together (spl-semantics §6.1 transaction). */
final class TransactionCommand {
  private final Transaction command;
  private final Expressions expressions;
  private final SearchTerms searches;
  private final List<Group> groups = new ArrayList<>();

  TransactionCommand(Transaction command, Expressions expressions, SearchTerms searches) {
    this.command = command;
    this.expressions = expressions;
    this.searches = searches;
  }

  /** A transaction, or an orphan: its rows, the latest first. */
  private static final class Group {
    final List<Map<String, Object>> rows = new ArrayList<>();
    boolean open = true;
    boolean orphan;
    boolean started;
    boolean limited;

    List<Double> times() {
      List<Double> times = new ArrayList<>();
      rows.forEach(row -> times.add(Values.number(row.get("_time"))));
      times.removeIf(time -> time == null);
      return times;
    }

    double earliest() {
      List<Double> times = times();
      return times.isEmpty() ? Double.NEGATIVE_INFINITY : Collections.min(times);
    }
  }

  Rows apply(Rows rows) {
    List<Map<String, Object>> latestFirst = new ArrayList<>(rows.all());
    latestFirst.sort(Comparator.comparingDouble(row -> -time(row)));
    latestFirst.forEach(this::take);
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    command.fields().forEach(field -> columns.add(field.name()));
    for (String made : List.of("duration", "eventcount", "closed_txn")) {
      columns.remove(made);
      columns.add(made);
    }
    if (command.keepOrphans()) {
      columns.remove("_txn_orphan");
      columns.add("_txn_orphan");
    }
    groups.sort(Comparator.comparingDouble(group -> -group.earliest()));
    List<Map<String, Object>> result = new ArrayList<>();
    for (Group group : groups) {
      Map<String, Object> row = row(group, columns);
      if (row != null) {
        result.add(row);
      }
    }
    return new Rows(columns, result);
  }

  private static double time(Map<String, Object> row) {
    Double time = Values.number(row.get("_time"));
    return time == null ? Double.NEGATIVE_INFINITY : time;
  }

  private void take(Map<String, Object> row) {
    boolean first = holds(command.start(), row);
    boolean last = holds(command.end(), row);
    boolean keyed =
        command.fields().isEmpty()
            || command.fields().stream().anyMatch(field -> row.containsKey(field.name()));
    if (!keyed && (command.unifyEnds() || (!first && !last))) {
      addOrphan(row);
      return;
    }
    Group group = find(row, keyed);
    if (group != null && isBeyond(group, row)) {
      group.open = false;
      group.limited = true;
      group = null;
    }
    if (group == null && command.end() != null && !last) {
      addOrphan(row);
      return;
    }
    if (group != null && last) {
      group.open = false;
      group = null;
    }
    if (group == null) {
      group = new Group();
      groups.add(group);
    }
    group.rows.add(row);
    if (first) {
      group.started = true;
      group.open = false;
    } else if (group.rows.size() >= command.limits().events()) {
      group.open = false;
      group.limited = true;
    }
  }

  private void addOrphan(Map<String, Object> row) {
    Group orphan = new Group();
    orphan.rows.add(row);
    orphan.orphan = true;
    orphan.open = false;
    groups.add(orphan);
  }

  /** The last opened group that agrees; with connected=f also one that can say nothing. */
  private @Nullable Group find(Map<String, Object> row, boolean keyed) {
    List<Group> open = new ArrayList<>(groups);
    open.removeIf(group -> !group.open);
    Collections.reverse(open);
    for (Group group : open) {
      int agreeing = 0;
      int differing = 0;
      for (FieldName field : command.fields()) {
        List<String> own = Values.texts(row.get(field.name()));
        List<String> others = texts(group, field.name());
        if (!own.isEmpty() && !others.isEmpty()) {
          if (Collections.disjoint(own, others)) {
            differing++;
          } else {
            agreeing++;
          }
        }
      }
      if (command.fields().isEmpty() || !keyed || (differing == 0 && agreeing > 0)) {
        return group;
      }
    }
    if (command.connected()) {
      return null;
    }
    for (Group group : open) {
      boolean silent = true;
      for (FieldName field : command.fields()) {
        silent &= !row.containsKey(field.name()) || texts(group, field.name()).isEmpty();
      }
      if (silent) {
        return group;
      }
    }
    return null;
  }

  private static List<String> texts(Group group, String field) {
    List<String> texts = new ArrayList<>();
    group.rows.forEach(row -> texts.addAll(Values.texts(row.get(field))));
    return texts;
  }

  private boolean isBeyond(Group group, Map<String, Object> row) {
    Double time = Values.number(row.get("_time"));
    List<Double> times = group.times();
    if (time == null || times.isEmpty()) {
      return false;
    }
    String span = command.limits().span();
    String pause = command.limits().pause();
    return (span != null && Collections.max(times) - time >= TimeSpan.parse(span).seconds())
        || (pause != null && Collections.min(times) - time > TimeSpan.parse(pause).seconds());
  }

  private @Nullable Map<String, Object> row(Group group, Set<String> columns) {
    if (group.orphan) {
      Map<String, Object> orphan = new LinkedHashMap<>(group.rows.get(0));
      orphan.keySet().removeAll(List.of("duration", "eventcount", "closed_txn"));
      orphan.put("_txn_orphan", "1");
      return command.keepOrphans() ? orphan : null;
    }
    boolean complete = command.start() == null || group.started;
    if (!complete && !command.keepEvicted()) {
      return null;
    }
    List<Map<String, Object>> rows = new ArrayList<>(group.rows);
    Collections.reverse(rows);
    Map<String, Object> result = new LinkedHashMap<>();
    for (String column : columns) {
      Values.set(result, column, joined(column, rows));
    }
    List<Double> times = group.times();
    result.keySet().removeAll(List.of("_time", "duration", "_txn_orphan"));
    if (!times.isEmpty()) {
      Values.set(result, "_time", Collections.min(times));
      Values.set(result, "duration", Collections.max(times) - Collections.min(times));
    }
    boolean bounded = command.start() != null || command.end() != null;
    Values.set(result, "eventcount", (double) rows.size());
    Values.set(result, "closed_txn", (bounded ? complete : group.limited) ? 1.0 : 0.0);
    return result;
  }

  private @Nullable Object joined(String column, List<Map<String, Object>> rows) {
    boolean raw = column.equals("_raw");
    boolean list = raw ? command.rawLists() : command.lists().has(column);
    List<String> texts = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      List<String> own = Values.texts(row.get(column));
      texts.addAll(list && own.isEmpty() ? List.of(command.nullText()) : own);
    }
    if (raw && !list) {
      return texts.isEmpty() ? null : String.join("\n", texts);
    }
    return Values.of(list ? texts : texts.stream().distinct().sorted(Comparisons.TEXT).toList());
  }

  private boolean holds(Transaction.@Nullable Boundary boundary, Map<String, Object> row) {
    if (boundary == null) {
      return false;
    }
    if (boundary.condition() != null) {
      Expression expression = boundary.condition().expression();
      return expression != null && expressions.isTrue(expression, row);
    }
    if (boundary.term() != null) {
      return searches.holds(boundary.term(), row);
    }
    SourceText text = SourceText.of("<boundary>", boundary.text());
    return searches.holds(Parser.parseSearch(SourceMap.identity(text)), row);
  }
}
