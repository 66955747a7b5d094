package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import karst.lookup.LookupDefinition;
import karst.lookup.MatchType;

/**
 * The rows of the first input with fields from those rows of the second, a lookup, that match.
 *
 * @param definition how rows match
 * @param keys what matches what, at least one pair
 * @param outputs the fields that are set
 * @param time where the time of an event and that of a lookup's row stand, if rows match by time
 */
public record Lookup(
    LookupDefinition definition, List<Key> keys, List<Output> outputs, Optional<Times> time)
    implements Transformation {
  /** In place of a column of the first input: a field that no row has. */
  public static final int NO_FIELD = -1;

  public Lookup {
    keys = List.copyOf(keys);
    outputs = List.copyOf(outputs);
  }

  /**
   * A field and the column of the lookup that its values are looked for in.
   *
   * @param field a column of the first input
   * @param column a column of the second
   * @param name the column's name
   */
  public record Key(int field, int column, String name, MatchType type) {}

  /**
   * A field that is set.
   *
   * @param column a column of the lookup
   * @param field a column of the rows that come out
   * @param name the field's name
   * @param onlyMissing whether a value that is there stays
   */
  public record Output(int column, int field, String name, boolean onlyMissing) {}

  /**
   * The columns of times.
   *
   * @param field a column of the first input
   * @param column a column of the second
   */
  public record Times(int field, int column) {}

  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("lookup", definition.name());
    terms.put(
        "on",
        keys.stream()
            .map(key -> name(fields, key.field()) + " " + sign(key.type()) + " " + key.name())
            .toList());
    terms.put("output", outputs.stream().map(Output::name).toList());
    return terms;
  }

  private static String name(List<String> fields, int field) {
    return field == NO_FIELD ? "null" : fields.get(field);
  }

  private static String sign(MatchType type) {
    return switch (type) {
      case EXACT -> "=";
      case WILDCARD -> "like";
      case CIDR -> "in";
    };
  }
}
