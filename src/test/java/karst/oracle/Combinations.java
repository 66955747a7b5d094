package karst.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.ast.FieldName;
import karst.ast.Pipeline;
import karst.command.Append;
import karst.command.Appendcols;
import karst.command.Appendpipe;
import karst.command.Command;
import karst.command.Join;
import karst.command.Multisearch;
import karst.command.Selfjoin;
import karst.command.SetOfRows;
import karst.command.Union;
import org.jspecify.annotations.Nullable;

/** The commands that put rows of several searches together (spl-semantics §6.1). */
record Combinations(ReferenceInterpreter interpreter) {
  /** Returns null for a command that is none of these. */
  @Nullable Rows run(Command command, Rows rows) {
    if (command instanceof Append append) {
      return append(rows, search(append.subsearch(), append.maxOut()));
    } else if (command instanceof Appendcols appendcols) {
      return appendcols(appendcols, rows);
    } else if (command instanceof Appendpipe appendpipe) {
      return append(rows, interpreter.run(appendpipe.pipeline(), rows));
    } else if (command instanceof Union union) {
      return union(union, rows);
    } else if (command instanceof Multisearch multisearch) {
      return multisearch(multisearch);
    } else if (command instanceof SetOfRows set) {
      return set(set);
    } else if (command instanceof Join join) {
      return join(join, rows);
    } else if (command instanceof Selfjoin selfjoin) {
      return selfjoin(selfjoin, rows);
    } else if (command instanceof karst.command.Map map) {
      return map(map, rows);
    }
    return null;
  }

  private Rows search(Pipeline pipeline, long max) {
    Rows rows = interpreter.run(pipeline, Rows.none());
    return rows.with(rows.all().stream().limit(max).toList());
  }

  static Rows append(Rows first, Rows second) {
    Set<String> columns = new LinkedHashSet<>(first.columns());
    columns.addAll(second.columns());
    List<Map<String, Object>> all = new ArrayList<>(first.all());
    all.addAll(second.all());
    return new Rows(columns, all);
  }

  private Rows union(Union command, Rows rows) {
    Rows all = rows;
    for (Union.Dataset dataset : command.datasets()) {
      Rows more =
          dataset instanceof Union.Dataset.Search search
              ? search(search.pipeline(), command.maxOut())
              : interpreter.from(((Union.Dataset.Named) dataset).from().source());
      all = append(all, more);
    }
    return all;
  }

  /** The youngest first; rows without a time last. */
  private Rows multisearch(Multisearch command) {
    Rows all = Rows.none();
    for (Pipeline pipeline : command.subsearches()) {
      all = append(all, interpreter.run(pipeline, Rows.none()));
    }
    List<Map<String, Object>> sorted = new ArrayList<>(all.all());
    sorted.sort(
        Comparator.comparing(
            row -> Values.number(row.get("_time")),
            Comparator.nullsLast(Comparator.reverseOrder())));
    return all.with(sorted);
  }

  /** Rows that agree in their public fields are one. */
  private Rows set(SetOfRows command) {
    Rows first = search(command.subsearches().get(0), 50_000);
    Rows second = search(command.subsearches().get(1), 50_000);
    Rows all = append(first, second);
    Set<Map<String, Object>> seen = new LinkedHashSet<>();
    List<Map<String, Object>> kept = new ArrayList<>();
    for (Map<String, Object> row : all.all()) {
      boolean inFirst = isIn(first, row);
      boolean inSecond = isIn(second, row);
      boolean wanted =
          switch (command.operation()) {
            case UNION -> true;
            case DIFF -> inFirst != inSecond;
            case INTERSECT -> inFirst && inSecond;
          };
      if (wanted && seen.add(publicFields(row))) {
        kept.add(row);
      }
    }
    return all.with(kept);
  }

  private static boolean isIn(Rows rows, Map<String, Object> row) {
    return rows.all().stream().anyMatch(other -> publicFields(other).equals(publicFields(row)));
  }

  private static Map<String, Object> publicFields(Map<String, Object> row) {
    Map<String, Object> fields = new LinkedHashMap<>(row);
    fields.keySet().removeIf(FieldNames::isInternal);
    return fields;
  }

  private Rows appendcols(Appendcols command, Rows rows) {
    Rows beside = search(command.subsearch(), command.maxOut());
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < Math.max(rows.all().size(), beside.all().size()); i++) {
      Map<String, Object> left = i < rows.all().size() ? rows.all().get(i) : Map.of();
      Map<String, Object> right = i < beside.all().size() ? beside.all().get(i) : Map.of();
      all.add(merged(left, right, command.override()));
    }
    return append(rows, beside).with(all);
  }

  private static Map<String, Object> merged(
      Map<String, Object> left, Map<String, Object> right, boolean rightWins) {
    Map<String, Object> row = new LinkedHashMap<>(rightWins ? left : right);
    row.putAll(rightWins ? right : left);
    return row;
  }

  private Rows join(Join command, Rows rows) {
    Rows found = search(command.subsearch(), 50_000);
    List<Join.Key> keys = command.keys();
    if (keys.isEmpty()) {
      keys =
          rows.columns().stream()
              .filter(name -> found.columns().contains(name) && !FieldNames.isInternal(name))
              .map(name -> new FieldName(name, command.span()))
              .map(field -> new Join.Key(field, field))
              .toList();
    }
    String leftPrefix = command.aliases() == null ? "" : command.aliases().left() + ".";
    String rightPrefix = command.aliases() == null ? "" : command.aliases().right() + ".";
    List<Map<String, Object>> joined = new ArrayList<>();
    for (Map<String, Object> left : rows.all()) {
      int met = 0;
      for (Map<String, Object> right : found.all()) {
        boolean more = command.max() == 0 || met < command.max();
        if (more && agree(keys, left, right) && isInOrder(command, left, right)) {
          met++;
          joined.add(
              merged(
                  prefixed(leftPrefix, left), prefixed(rightPrefix, right), command.overwrite()));
        }
      }
      if (met == 0 && command.outer()) {
        joined.add(prefixed(leftPrefix, left));
      }
    }
    Set<String> columns = new LinkedHashSet<>();
    rows.columns().forEach(column -> columns.add(leftPrefix + column));
    found.columns().forEach(column -> columns.add(rightPrefix + column));
    return new Rows(columns, joined);
  }

  /** Each row meets those others that agree with it. */
  private static Rows selfjoin(Selfjoin command, Rows rows) {
    List<Join.Key> keys =
        command.fields().stream().map(field -> new Join.Key(field, field)).toList();
    List<Map<String, Object>> joined = new ArrayList<>();
    for (int i = 0; i < rows.all().size(); i++) {
      Map<String, Object> row = rows.all().get(i);
      int met = 0;
      for (int j = 0; j < rows.all().size(); j++) {
        boolean more = command.max() == 0 || met < command.max();
        if (i != j && more && agree(keys, row, rows.all().get(j))) {
          met++;
          joined.add(merged(row, rows.all().get(j), command.overwrite()));
        }
      }
      if (met == 0 && command.keepSingle()) {
        joined.add(row);
      }
    }
    return rows.with(joined);
  }

  /** The text of the search with a row's values is a search of its own. */
  private Rows map(karst.command.Map command, Rows rows) {
    Rows all = Rows.none();
    for (Map<String, Object> row : rows.all().stream().limit(command.maxSearches()).toList()) {
      String search = command.search();
      for (Map.Entry<String, Object> field : row.entrySet()) {
        String value = String.join("\n", Values.texts(field.getValue()));
        if (!search.contains("$" + field.getKey() + "$")) {
          continue;
        }
        if (value.contains("\"") || value.contains("\\") || value.contains("$")) {
          throw new UnsupportedOperationException("quotes in a value");
        }
        search = search.replace("$" + field.getKey() + "$", value);
      }
      if (!search.replace("$$", "").matches("(?s).*\\$\\S+\\$.*")) {
        all = append(all, interpreter.run(search.replace("$$", "$")));
      }
    }
    return all;
  }

  private static Map<String, Object> prefixed(String prefix, Map<String, Object> row) {
    Map<String, Object> named = new LinkedHashMap<>();
    row.forEach((field, value) -> named.put(prefix + field, value));
    return named;
  }

  /** Null agrees with nothing. */
  private static boolean agree(
      List<Join.Key> keys, Map<String, Object> left, Map<String, Object> right) {
    return keys.stream()
        .allMatch(
            key ->
                left.containsKey(key.left().name())
                    && left.get(key.left().name()).equals(right.get(key.right().name())));
  }

  /** In whole seconds, and at the same second either way. */
  private static boolean isInOrder(
      Join command, Map<String, Object> left, Map<String, Object> right) {
    Double leftTime = Values.number(left.get("_time"));
    Double rightTime = Values.number(right.get("_time"));
    if (!command.useTime()) {
      return true;
    }
    return leftTime != null
        && rightTime != null
        && (command.earlier()
            ? Math.floor(rightTime) <= Math.floor(leftTime)
            : Math.floor(rightTime) >= Math.floor(leftTime));
  }
}
