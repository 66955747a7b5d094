package karst.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.Engine;
import karst.model.DataModels;
import karst.script.Cell;
import karst.script.Environment;
import karst.script.Grid;
import karst.script.ReferenceExecution;
import karst.script.ScriptTable;
import karst.source.SplException;
import karst.type.Numbers;
import karst.type.SplType;
import org.jspecify.annotations.Nullable;

/** Holds scripts against the reference interpreter. */
public final class ScriptReference implements ReferenceExecution {
  @Override
  public @Nullable Grid run(Environment environment, String spl) {
    Engine engine = environment.engine().build();
    Map<String, Rows> tables = new LinkedHashMap<>();
    environment.tables().forEach((name, table) -> tables.put(name, rows(table)));
    ReferenceInterpreter interpreter =
        new ReferenceInterpreter(
            engine.commands(),
            engine.macros(),
            DataModels.standard(),
            tables,
            environment.lookups(),
            environment.now().getEpochSecond(),
            environment.zone());
    try {
      return grid(interpreter.run(spl));
    } catch (UnsupportedOperationException | SplException beyond) {
      // A function that the reference leaves out, or a search that is wrong.
      return null;
    }
  }

  private static Rows rows(ScriptTable table) {
    Set<String> columns = new LinkedHashSet<>();
    table.columns().forEach(column -> columns.add(column.name()));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<Cell> cells : table.rows()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        ScriptTable.Column column = table.columns().get(i);
        List<String> texts =
            cells.get(i).values().stream().map(text -> text(text, column.type())).toList();
        Values.set(row, column.name(), Values.of(texts));
      }
      rows.add(row);
    }
    return new Rows(columns, rows);
  }

  private static String text(String written, SplType type) {
    if (type instanceof SplType.Time && !Numbers.isNumber(written)) {
      Instant time = Instant.parse(written);
      return Numbers.format(time.getEpochSecond() + time.getNano() / 1e9);
    }
    boolean number = !(type instanceof SplType.Text) && !(type instanceof SplType.Multivalue);
    return number && Numbers.isNumber(written) ? Numbers.format(Numbers.parse(written)) : written;
  }

  private static Grid grid(Rows rows) {
    List<String> header = List.copyOf(rows.columns());
    List<List<Cell>> cells = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      cells.add(header.stream().map(name -> new Cell(Values.texts(row.get(name)))).toList());
    }
    return new Grid(header, cells);
  }
}
