package karst.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import karst.table.CsvOptions;
import karst.table.CsvTable;
import karst.table.MemoryTable;
import karst.table.MemoryTableBuilder;
import karst.table.Table;
import karst.type.Numbers;
import karst.type.SplType;
import org.jspecify.annotations.Nullable;

/**
 * A table of a script.
 *
 * @param name what searches call it
 * @param columns the columns
 * @param rows the cells
 */
public record ScriptTable(String name, List<Column> columns, List<List<Cell>> rows) {
  private static final String KEYWORD = "table ";
  private static final Map<String, SplType> TYPES =
      Map.of(
          "text", SplType.STRING,
          "number", SplType.NUMBER,
          "long", SplType.NUMBER,
          "time", SplType.TIME,
          "multi", SplType.multivalue(SplType.STRING),
          "any", SplType.DYNAMIC);

  /** So small that every record of a file is read in several pieces. */
  private static final int TINY_BLOCK = 16;

  /**
   * A column.
   *
   * @param header the name and type as they are written
   * @param name its name
   * @param type {@link SplType#DYNAMIC} for a column where a bare number is a number and anything
   *     else is text
   */
  public record Column(String header, String name, SplType type) {
    static Column parse(String header) {
      int colon = header.lastIndexOf(':');
      SplType type = colon < 0 ? null : TYPES.get(header.substring(colon + 1));
      return type == null
          ? new Column(header, header, SplType.STRING)
          : new Column(header, header.substring(0, colon), type);
    }
  }

  static boolean startsAt(String line) {
    return line.startsWith(KEYWORD);
  }

  static ScriptTable parse(String line, List<String> lines) {
    Grid grid = Grid.parse(lines);
    String written = line.substring(KEYWORD.length()).strip();
    boolean quoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
    String name = quoted ? written.substring(1, written.length() - 1) : written;
    return new ScriptTable(name, grid.header().stream().map(Column::parse).toList(), grid.rows());
  }

  /** Returns the table as lines of a script. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(KEYWORD + (name.indexOf(' ') < 0 ? name : "\"" + name + "\""));
    lines.addAll(new Grid(columns.stream().map(Column::header).toList(), rows).lines());
    return lines;
  }

  /** Returns the table in memory. */
  public Table inMemory() {
    MemoryTableBuilder builder = MemoryTable.builder(name);
    columns.forEach(column -> builder.column(column.name(), column.type()));
    for (List<Cell> row : rows) {
      builder.row(IntStream.range(0, row.size()).mapToObj(i -> value(row, i)).toArray());
    }
    return builder.build();
  }

  private @Nullable Object value(List<Cell> row, int column) {
    List<@Nullable Object> values = new ArrayList<>();
    SplType type = columns.get(column).type();
    for (String text : row.get(column).values()) {
      boolean number =
          type instanceof SplType.Number
              || (type instanceof SplType.Dynamic && Numbers.isNumber(text));
      values.add(number ? (Object) Numbers.parse(text) : text);
    }
    return switch (values.size()) {
      case 0 -> null;
      case 1 -> values.get(0);
      default -> values;
    };
  }

  /**
   * Returns whether a CSV file says the same: it knows text, {@code _time} and null, which is an
   * empty cell.
   */
  boolean fitsCsv() {
    return columns.stream().allMatch(ScriptTable::fitsCsv)
        && rows.stream()
            .flatMap(List::stream)
            .allMatch(cell -> cell.values().size() < 2 && !cell.values().contains(""));
  }

  /** Returns whether the table can be loaded: its columns are texts and numbers. */
  boolean fitsLoaded() {
    return columns.stream()
        .allMatch(column -> column.type() instanceof SplType.Text || column.type().isNumeric());
  }

  private static boolean fitsCsv(Column column) {
    boolean time = column.name().equals(Table.TIME_FIELD);
    return time ? column.type() instanceof SplType.Time : column.type() instanceof SplType.Text;
  }

  /** Returns the records of a CSV file of the table, the header first. */
  List<List<String>> csvRecords() {
    List<List<String>> records = new ArrayList<>();
    records.add(columns.stream().map(Column::name).toList());
    for (List<Cell> row : rows) {
      records.add(row.stream().map(cell -> String.join("", cell.values())).toList());
    }
    return records;
  }

  /** Opens a CSV file of the table. */
  Table inFile(Path file) {
    return CsvTable.open(name, file, CsvOptions.defaults().withBlockBytes(TINY_BLOCK));
  }
}
