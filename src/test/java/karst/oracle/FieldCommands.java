package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.Fields;
import karst.command.Fillnull;
import karst.command.Rename;
import karst.command.Table;

/** The commands that choose, name and fill fields (spl-semantics §6.1). */
final class FieldCommands {
  private FieldCommands() {}

  /** Keeping goes by the list, and spares internal fields; what does not exist is not made. */
  static Rows fields(Fields command, Rows rows) {
    Set<String> listed = new LinkedHashSet<>();
    for (FieldName field : command.fields()) {
      rows.columns().stream()
          .filter(column -> FieldNames.matches(field.name(), column))
          .forEach(listed::add);
    }
    Set<String> columns = new LinkedHashSet<>();
    switch (command.mode()) {
      case KEEP -> {
        columns.addAll(listed);
        rows.columns().stream().filter(FieldNames::isInternal).forEach(columns::add);
      }
      case REMOVE -> {
        columns.addAll(rows.columns());
        columns.removeAll(listed);
      }
    }
    return kept(columns, rows);
  }

  /** Exactly the listed fields; what does not exist becomes an empty column. */
  static Rows table(Table command, Rows rows) {
    Set<String> columns = new LinkedHashSet<>();
    for (FieldName field : command.fields()) {
      if (field.hasWildcard()) {
        rows.columns().stream()
            .filter(column -> FieldNames.matches(field.name(), column))
            .sorted()
            .forEach(columns::add);
      } else {
        columns.add(field.name());
      }
    }
    return kept(columns, rows);
  }

  private static Rows kept(Set<String> columns, Rows rows) {
    return rows.map(
        columns,
        row -> {
          row.keySet().retainAll(columns);
          return row;
        });
  }

  /** Pair after pair (Q16). */
  static Rows rename(Rename command, Rows rows) {
    Rows renamed = rows;
    for (Rename.Pair pair : command.pairs()) {
      renamed = renamed(names(pair, renamed.columns()), renamed);
    }
    return renamed;
  }

  /** What gets which name. A field that does not exist counts only when named in full. */
  private static Map<String, String> names(Rename.Pair pair, Set<String> columns) {
    Map<String, String> names = new LinkedHashMap<>();
    if (!pair.field().hasWildcard()) {
      names.put(pair.field().name(), pair.name().name());
      return names;
    }
    for (String column : columns) {
      List<String> stars = FieldNames.stars(pair.field().name(), column);
      if (stars != null) {
        names.put(column, FieldNames.fill(pair.name().name(), stars));
      }
    }
    return names;
  }

  /** A target that exists is lost in every row, also to a source that is null or missing. */
  private static Rows renamed(Map<String, String> names, Rows rows) {
    List<String> columns = new ArrayList<>(rows.columns());
    columns.removeIf(column -> names.containsValue(column) && !names.containsKey(column));
    columns.replaceAll(column -> names.getOrDefault(column, column));
    return rows.map(
        new LinkedHashSet<>(columns),
        row -> {
          Map<String, Object> renamed = new LinkedHashMap<>(row);
          renamed.keySet().removeAll(names.keySet());
          renamed.keySet().removeAll(names.values());
          names.forEach((source, target) -> Values.set(renamed, target, row.get(source)));
          return renamed;
        });
  }

  /** Without a list, every field that some row has; with one, also fields that do not exist. */
  static Rows fillnull(Fillnull command, Rows rows) {
    Set<String> filled = new LinkedHashSet<>();
    if (command.fields().isEmpty()) {
      rows.all().forEach(row -> filled.addAll(row.keySet()));
      filled.removeIf(FieldNames::isInternal);
    } else {
      command.fields().forEach(field -> filled.add(field.name()));
    }
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.addAll(filled);
    return rows.map(
        columns,
        row -> {
          filled.forEach(field -> row.putIfAbsent(field, command.value()));
          return row;
        });
  }
}
