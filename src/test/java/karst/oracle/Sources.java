package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import karst.command.DataModelName;
import karst.model.DataModel;
import karst.model.DataModels;
import karst.model.Dataset;
import karst.model.ModelField;
import karst.parse.Parser;
import karst.source.SourceMap;
import karst.source.SourceText;

/** Where rows come from: tables, and datasets of data models over them (spl-semantics §7.1). */
final class Sources {
  private final Map<String, Rows> tables;
  private final DataModels models;
  private final Expressions expressions;
  private final SearchTerms searches;

  Sources(
      Map<String, Rows> tables, DataModels models, Expressions expressions, SearchTerms searches) {
    this.tables = Map.copyOf(tables);
    this.models = models;
    this.expressions = expressions;
    this.searches = searches;
  }

  boolean has(String name) {
    return tables.containsKey(name);
  }

  /** Returns the rows of all tables that have a time and a field. */
  List<Map<String, Object>> bound(String field) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Rows rows : new TreeMap<>(tables).values()) {
      if (rows.columns().containsAll(List.of("_time", field))) {
        all.addAll(rows.all());
      }
    }
    return all;
  }

  Rows table(String name) {
    return Objects.requireNonNull(tables.get(name), name);
  }

  /** Returns the events of a dataset under the names that {@code from} shows, without prefix. */
  Rows unprefixed(DataModelName name) {
    Dataset dataset = dataset(name);
    Set<String> columns = new LinkedHashSet<>();
    fields(dataset).forEach(field -> columns.add(field.name()));
    Rows rows = events(dataset);
    columns.addAll(rows.columns());
    return new Rows(columns, rows.all());
  }

  /** Returns the events of a dataset under the names that tstats knows (§5). */
  Rows prefixed(DataModelName name) {
    Dataset dataset = dataset(name);
    Rows events = events(dataset);
    String prefix = dataset.root().name() + ".";
    Set<String> columns = new LinkedHashSet<>();
    events.columns().forEach(column -> columns.add(prefix + column));
    fields(dataset).forEach(field -> columns.add(field.qualifiedName()));
    return events.map(
        columns,
        event -> {
          Map<String, Object> row = new LinkedHashMap<>();
          event.forEach((field, value) -> row.put(prefix + field, value));
          for (ModelField field : fields(dataset)) {
            Values.set(row, field.qualifiedName(), event.get(field.name()));
          }
          row.put("nodename", nodes(dataset, event));
          return row;
        });
  }

  /** Returns the events with the model's fields prefixed and other columns as they are (§6.1). */
  Rows modelPrefixed(DataModelName name) {
    Dataset dataset = dataset(name);
    Rows events = events(dataset);
    Set<String> columns = new LinkedHashSet<>();
    Set<String> known = new LinkedHashSet<>();
    fields(dataset).forEach(field -> columns.add(field.qualifiedName()));
    fields(dataset).forEach(field -> known.add(field.name()));
    events.columns().stream().filter(column -> !known.contains(column)).forEach(columns::add);
    return events.map(
        columns,
        event -> {
          Map<String, Object> row = new LinkedHashMap<>(event);
          row.keySet().removeAll(known);
          for (ModelField field : fields(dataset)) {
            Values.set(row, field.qualifiedName(), event.get(field.name()));
          }
          return row;
        });
  }

  private Dataset dataset(DataModelName name) {
    return models.resolve(name.qualified()).orThrow(diagnostic -> diagnostic);
  }

  private List<ModelField> fields(Dataset dataset) {
    return model(dataset).fieldsWithin(dataset);
  }

  private DataModel model(Dataset dataset) {
    return Objects.requireNonNull(models.model(dataset.modelName()));
  }

  /** The bound table holds the root's events; each dataset below has a constraint (§7.1). */
  private Rows events(Dataset dataset) {
    if (dataset.expandedField() != null) {
      throw new UnsupportedOperationException(dataset.toString());
    }
    Rows rows = table(dataset.tableName());
    List<Map<String, Object>> events = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      Map<String, Object> event = calculated(row, fields(dataset));
      if (isIn(dataset, event)) {
        events.add(event);
      }
    }
    return rows.with(events);
  }

  /** Each calculation sees the results of those before it. */
  private Map<String, Object> calculated(Map<String, Object> row, List<ModelField> fields) {
    Map<String, Object> event = new LinkedHashMap<>(row);
    for (ModelField field : fields) {
      String calculation = field.calculation();
      if (calculation != null) {
        Object value = expressions.evaluate(Parser.parseExpression(map(calculation)), event);
        Values.set(event, field.name(), value);
      }
    }
    return event;
  }

  private boolean isIn(Dataset dataset, Map<String, Object> event) {
    return dataset.lineage().stream()
        .filter(level -> level.parent() != null && !level.constraint().isEmpty())
        .allMatch(level -> searches.holds(Parser.parseSearch(map(level.constraint())), event));
  }

  /** The datasets that an event belongs to are the values of {@code nodename} (§5). */
  private Object nodes(Dataset dataset, Map<String, Object> event) {
    List<String> nodes = new ArrayList<>();
    for (Dataset node : model(dataset).datasets()) {
      if (node.root() == dataset.root() && isIn(node, event)) {
        nodes.add(node.nodeName());
      }
    }
    return Objects.requireNonNull(Values.of(nodes));
  }

  private static SourceMap map(String text) {
    return SourceMap.identity(SourceText.of("<model>", text));
  }
}
