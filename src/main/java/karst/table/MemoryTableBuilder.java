package karst.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.type.SplType;
import org.jspecify.annotations.Nullable;

/**
 * Builds a table in memory from rows.
 *
 * <p>A value may be a string, a number, a truth value (it becomes text), a time ({@code Instant}
 * and what leads to one: epoch seconds), a list or an array (a multivalue field), or null. A column
 * without a declared type gets the narrowest that holds its values; {@code _time} is a time.
 */
public final class MemoryTableBuilder {
  private final String name;
  private final Map<String, List<@Nullable Object>> columns = new LinkedHashMap<>();
  private final Map<String, SplType> types = new HashMap<>();
  private int rows;

  MemoryTableBuilder(String name) {
    this.name = name;
    types.put(Table.TIME_FIELD, SplType.TIME);
  }

  /** Declares the next column; its type is found out. */
  public MemoryTableBuilder column(String column) {
    values(column);
    return this;
  }

  /** Declares the next column and its type. */
  public MemoryTableBuilder column(String column, SplType type) {
    types.put(column, type);
    return column(column);
  }

  /**
   * Adds a row of the declared columns.
   *
   * @throws SplException if there are more or fewer values than columns, or a column cannot hold
   *     one
   */
  public MemoryTableBuilder row(@Nullable Object... values) {
    if (values.length != columns.size()) {
      throw malformed(
          "row %d of table `%s` has %d values for %d columns"
              .formatted(rows + 1, name, values.length, columns.size()));
    }
    int next = 0;
    for (String column : List.copyOf(columns.keySet())) {
      add(column, values[next++]);
    }
    rows++;
    return this;
  }

  /**
   * Adds a row; a name not seen before makes a column, a field that the row lacks is null.
   *
   * @throws SplException if a column cannot hold a value
   */
  public MemoryTableBuilder row(Map<String, ?> fields) {
    fields.forEach(this::add);
    rows++;
    columns.keySet().forEach(this::values);
    return this;
  }

  /**
   * Adds rows.
   *
   * @throws SplException if a column cannot hold a value
   */
  public MemoryTableBuilder rows(List<? extends Map<String, ?>> all) {
    all.forEach(this::row);
    return this;
  }

  /** Returns the table. */
  public MemoryTable build() {
    List<MemoryColumn> built = new ArrayList<>();
    columns.forEach((column, values) -> built.add(build(column, values)));
    return MemoryTable.of(name, built, rows);
  }

  /**
   * Returns a column of objects.
   *
   * @throws SplException if the column cannot hold a value
   */
  static MemoryColumn column(String table, String column, List<@Nullable Object> values) {
    MemoryTableBuilder builder = new MemoryTableBuilder(table);
    for (Object value : values) {
      builder.add(column, value);
      builder.rows++;
    }
    return builder.build(column, builder.values(column));
  }

  private MemoryColumn build(String column, List<@Nullable Object> values) {
    return MemoryColumn.of(column, types.get(column), values);
  }

  /** Returns the values of a column, with a null for each row that has none. */
  private List<@Nullable Object> values(String column) {
    List<@Nullable Object> values = columns.computeIfAbsent(column, key -> new ArrayList<>());
    while (values.size() < rows) {
      values.add(null);
    }
    return values;
  }

  private void add(String column, @Nullable Object value) {
    try {
      Object field = FieldValue.of(value);
      SplType type = types.get(column);
      values(column).add(type == null ? field : FieldValue.as(type, field));
    } catch (IllegalArgumentException unfit) {
      throw malformed(
          "row %d of table `%s` has %s in `%s`"
              .formatted(rows + 1, name, unfit.getMessage(), column));
    }
  }

  private static SplException malformed(String message) {
    return Diagnostic.error(DiagnosticCode.MALFORMED_DATA, message).toException();
  }
}
