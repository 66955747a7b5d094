package karst.vector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import karst.type.SplType;

/** The fields of a table or result, in order; names are distinct and case-sensitive. */
public final class Schema {
  private final List<Column> columns;
  private final Map<String, Integer> indexes = new LinkedHashMap<>();

  /**
   * Creates a schema.
   *
   * @throws IllegalArgumentException if two columns have one name
   */
  public Schema(List<Column> columns) {
    this.columns = List.copyOf(columns);
    for (Column column : columns) {
      if (indexes.putIfAbsent(column.name(), indexes.size()) != null) {
        throw new IllegalArgumentException("two columns are called " + column.name());
      }
    }
  }

  /** Returns a schema in which every column is text. */
  public static Schema ofStrings(List<String> names) {
    return new Schema(names.stream().map(name -> new Column(name, SplType.STRING)).toList());
  }

  /** Returns the columns. */
  public List<Column> columns() {
    return columns;
  }

  /** Returns the names in order. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** Returns the number of columns. */
  public int size() {
    return columns.size();
  }

  /** Returns the column at an index. */
  public Column column(int index) {
    return columns.get(index);
  }

  /** Returns the index of a name, or -1. */
  public int indexOf(String name) {
    return indexes.getOrDefault(name, -1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schema schema && columns.equals(schema.columns);
  }

  @Override
  public int hashCode() {
    return columns.hashCode();
  }

  @Override
  public String toString() {
    return columns.stream()
        .map(column -> column.name() + ":" + column.type())
        .collect(Collectors.joining(", "));
  }
}
