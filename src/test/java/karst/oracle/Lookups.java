package karst.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import karst.command.Lookup;
import karst.lookup.LookupDefinition;
import karst.lookup.TimeMatch;
import karst.type.TimeFormat;
import org.jspecify.annotations.Nullable;

/** The lookup command: each event is held against each row of the lookup (spl-semantics §6.1). */
record Lookups(Lookup command, LookupDefinition definition, Rows table, Expressions expressions) {
  Rows apply(Rows rows) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    outputs().forEach(output -> columns.add(output.field().name()));
    return rows.map(
        columns,
        row -> {
          List<@Nullable Map<String, Object>> matches = matches(Map.copyOf(row));
          for (Lookup.Column output : outputs()) {
            String field = output.field().name();
            // OUTPUTNEW leaves what is there; OUTPUT empties what it does not find (Q13).
            if (command.mode() != Lookup.Mode.OUTPUTNEW || !row.containsKey(field)) {
              Values.set(row, field, Values.of(values(output.column().name(), matches)));
            }
          }
          return row;
        });
  }

  private List<Lookup.Column> outputs() {
    if (command.mode() != Lookup.Mode.ALL) {
      return command.outputs();
    }
    List<String> keys = command.keys().stream().map(key -> key.column().name()).toList();
    return table.columns().stream()
        .filter(column -> !keys.contains(column) && !FieldNames.isInternal(column))
        .map(column -> new karst.ast.FieldName(column, command.span()))
        .map(column -> new Lookup.Column(column, column))
        .toList();
  }

  /** A match that is null is one that the default fills in. */
  private List<String> values(String column, List<@Nullable Map<String, Object>> matches) {
    List<String> values = new ArrayList<>();
    for (Map<String, Object> match : matches) {
      if (match == null) {
        values.add(definition.defaultMatch());
      } else {
        values.addAll(Values.texts(match.get(column)));
      }
    }
    return values;
  }

  private List<@Nullable Map<String, Object>> matches(Map<String, Object> event) {
    List<@Nullable Map<String, Object>> matches = new ArrayList<>();
    List<List<String>> inputs = inputs(event, 0);
    for (List<String> input : inputs.isEmpty() ? List.of(List.<String>of()) : inputs) {
      List<Map<String, Object>> found =
          table.all().stream().filter(row -> isMatch(row, input)).toList();
      found = inTime(found, event).stream().limit(definition.maxMatches()).toList();
      matches.addAll(found);
      for (int i = found.size(); i < definition.minMatches(); i++) {
        matches.add(null);
      }
    }
    return matches;
  }

  /** Every choice of one value of each key field, in order. */
  private List<List<String>> inputs(Map<String, Object> event, int key) {
    if (key == command.keys().size()) {
      return List.of(List.of());
    }
    List<List<String>> inputs = new ArrayList<>();
    for (String value : Values.texts(event.get(command.keys().get(key).field().name()))) {
      for (List<String> rest : inputs(event, key + 1)) {
        List<String> input = new ArrayList<>(List.of(value));
        input.addAll(rest);
        inputs.add(input);
      }
    }
    return inputs;
  }

  private boolean isMatch(Map<String, Object> row, List<String> input) {
    if (input.isEmpty()) {
      return false;
    }
    for (int i = 0; i < input.size(); i++) {
      String column = command.keys().get(i).column().name();
      String value = input.get(i);
      if (Values.texts(row.get(column)).stream().noneMatch(cell -> cell(column, cell, value))) {
        return false;
      }
    }
    return true;
  }

  private boolean cell(String column, String cell, String value) {
    boolean folds = !definition.caseSensitive();
    String left = folds ? SearchTerms.fold(cell) : cell;
    String right = folds ? SearchTerms.fold(value) : value;
    return switch (definition.matchType(column)) {
      case EXACT -> left.equals(right);
      case WILDCARD -> SearchTerms.matches(right, left);
      case CIDR -> SearchTerms.inSubnet(value, cell.contains("/") ? cell : cell + bits(cell));
    };
  }

  private static String bits(String address) {
    return address.contains(":") ? "/128" : "/32";
  }

  /** Rows that are older than the event by so much, the youngest first. */
  private List<Map<String, Object>> inTime(
      List<Map<String, Object>> rows, Map<String, Object> event) {
    TimeMatch rule = definition.time();
    Double time = Values.number(event.get("_time"));
    if (rule == null || time == null) {
      return rule == null ? rows : List.of();
    }
    return rows.stream()
        .filter(row -> rowTime(rule, row) != null)
        .filter(
            row -> {
              double age = time - Objects.requireNonNull(rowTime(rule, row));
              return age >= rule.minOffset() && age <= rule.maxOffset();
            })
        .sorted(
            Comparator.comparing(
                (Map<String, Object> row) -> -Objects.requireNonNull(rowTime(rule, row))))
        .toList();
  }

  private @Nullable Double rowTime(TimeMatch rule, Map<String, Object> row) {
    String text = Values.text(row.get(rule.field()));
    double time =
        text == null
            ? Double.NaN
            : TimeFormat.compile(rule.format()).parse(text, expressions.now, expressions.zone);
    return Double.isNaN(time) ? null : time;
  }
}
