package karst.script;

import java.util.ArrayList;
import java.util.List;
import karst.Query;
import karst.Result;
import karst.Row;

/** Runs queries to the end. */
public final class Results {
  private Results() {}

  /** Returns the rows of a query. */
  public static Grid of(Query query) {
    try (Result result = query.run()) {
      List<String> names = result.columns().names();
      List<List<Cell>> rows = new ArrayList<>();
      for (Row row : result) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
          cells.add(new Cell(row.values(i)));
        }
        rows.add(cells);
      }
      return new Grid(names, rows);
    }
  }
}
