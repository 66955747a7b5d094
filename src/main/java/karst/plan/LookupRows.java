package karst.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import karst.function.library.CidrBlock;
import karst.lookup.LookupDefinition;
import karst.lookup.MatchType;
import karst.type.CaseFolding;
import karst.type.InvalidSyntaxException;
import karst.type.IpAddress;
import karst.type.WildcardPattern;
import karst.vector.Batch;
import karst.vector.TextOf;
import org.jspecify.annotations.Nullable;

/** The rows of a lookup in memory, found by the values of some of their fields. */
final class LookupRows {
  private final LookupDefinition definition;
  private final List<String> columns;
  private final List<List<@Nullable String>> rows = new ArrayList<>();

  /** For a column that matches exactly: the rows of each value. */
  private final Map<String, Map<String, List<List<@Nullable String>>>> indexes = new HashMap<>();

  LookupRows(LookupDefinition definition, StageRows read) {
    this.definition = definition;
    this.columns = read.schema().names();
    for (Batch batch : read.batches()) {
      for (int i = 0; i < batch.rowCount(); i++) {
        List<@Nullable String> cells = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
          cells.add(TextOf.row(batch.vector(column), batch.selection().row(i)));
        }
        rows.add(cells);
      }
    }
    // Now, since rows are looked up by several threads.
    for (String column : columns) {
      if (definition.matchType(column) == MatchType.EXACT) {
        indexes.put(column, index(columns.indexOf(column)));
      }
    }
  }

  private Map<String, List<List<@Nullable String>>> index(int column) {
    Map<String, List<List<@Nullable String>>> index = new HashMap<>();
    for (List<@Nullable String> row : rows) {
      String cell = row.get(column);
      if (cell != null) {
        index.computeIfAbsent(folded(cell), key -> new ArrayList<>()).add(row);
      }
    }
    return index;
  }

  LookupDefinition definition() {
    return definition;
  }

  /** Returns the values of a column in the rows that match, by the rules of the definition. */
  List<String> values(Map<String, String> keys, String output) {
    int column = columns.indexOf(output);
    List<String> values = new ArrayList<>();
    if (column < 0 || keys.isEmpty() || !columns.containsAll(keys.keySet())) {
      return values;
    }
    int matched = 0;
    for (List<@Nullable String> row : candidates(keys)) {
      if (matched < definition.maxMatches() && matches(row, keys)) {
        matched++;
        String cell = row.get(column);
        if (cell != null) {
          values.add(cell);
        }
      }
    }
    for (int i = matched; i < definition.minMatches(); i++) {
      values.add(definition.defaultMatch());
    }
    return values;
  }

  private List<List<@Nullable String>> candidates(Map<String, String> keys) {
    for (Map.Entry<String, String> key : keys.entrySet()) {
      Map<String, List<List<@Nullable String>>> index = indexes.get(key.getKey());
      if (index != null) {
        return index.getOrDefault(folded(key.getValue()), List.of());
      }
    }
    return rows;
  }

  private boolean matches(List<@Nullable String> row, Map<String, String> keys) {
    return keys.entrySet().stream()
        .allMatch(
            key -> {
              String cell = row.get(columns.indexOf(key.getKey()));
              return cell != null && matches(key.getKey(), cell, key.getValue());
            });
  }

  private boolean matches(String column, String cell, String value) {
    return switch (definition.matchType(column)) {
      case EXACT -> folded(cell).equals(folded(value));
      case WILDCARD -> WildcardPattern.compile(cell, definition.caseSensitive()).matches(value);
      case CIDR -> inSubnet(cell, value);
    };
  }

  private static boolean inSubnet(String cell, String value) {
    IpAddress address = IpAddress.parse(value);
    try {
      return address != null && CidrBlock.parse(cell).contains(address);
    } catch (InvalidSyntaxException e) {
      return false;
    }
  }

  private String folded(String text) {
    return definition.caseSensitive() ? text : CaseFolding.fold(text);
  }
}
