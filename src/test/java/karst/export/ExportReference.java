package karst.export;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import karst.EngineBuilder;
import karst.Query;
import karst.SqlTarget;
import karst.script.Cell;
import karst.script.Environment;
import karst.script.Grid;
import karst.script.ReferenceExecution;
import karst.script.ScriptTable;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.type.Numbers;
import karst.type.SplType;
import org.jspecify.annotations.Nullable;

/** Holds scripts against a database, which runs those searches that can be written as its SQL. */
public final class ExportReference implements ReferenceExecution {
  private static final SqlDatabase DATABASE = SqlDatabase.chosen();

  @Override
  public @Nullable Grid run(Environment environment, String spl) {
    String sql = sql(environment, spl);
    if (sql == null || !environment.tables().values().stream().allMatch(ExportReference::fits)) {
      return null;
    }
    synchronized (DATABASE) {
      try {
        for (ScriptTable table : environment.tables().values()) {
          DATABASE.table(table.name(), names(table), rows(table));
        }
        return DATABASE.query(sql);
      } catch (SQLException e) {
        if (DATABASE.isRefusal(e)) {
          return null;
        }
        throw new AssertionError(e.getMessage() + "\n" + sql, e);
      }
    }
  }

  private static @Nullable String sql(Environment environment, String spl) {
    EngineBuilder engine = environment.engine();
    environment.tables().values().forEach(table -> engine.table(table.inMemory()));
    Query query = engine.build().prepare(spl);
    try {
      return query.sql(SqlTarget.of(DATABASE.dialect()).withOrdinal(SqlDatabase.ORDINAL));
    } catch (SplException refused) {
      if (refused.diagnostics().get(0).code() != DiagnosticCode.NOT_EXPORTABLE) {
        throw refused;
      }
      return null;
    }
  }

  /** A column of SQL holds single values. */
  private static boolean fits(ScriptTable table) {
    return table.rows().stream().flatMap(List::stream).allMatch(cell -> cell.values().size() < 2);
  }

  private static List<String> names(ScriptTable table) {
    return table.columns().stream().map(ScriptTable.Column::name).toList();
  }

  private static List<List<Cell>> rows(ScriptTable table) {
    List<List<Cell>> rows = new ArrayList<>();
    for (List<Cell> cells : table.rows()) {
      List<Cell> row = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        SplType type = table.columns().get(i).type();
        row.add(new Cell(cells.get(i).values().stream().map(text -> text(text, type)).toList()));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String text(String written, SplType type) {
    if (type instanceof SplType.Time && !Numbers.isNumber(written)) {
      Instant time = Instant.parse(written);
      return Numbers.format(time.getEpochSecond() + time.getNano() / 1e9);
    }
    boolean number = !(type instanceof SplType.Text) && Numbers.isNumber(written);
    return number ? Numbers.format(Numbers.parse(written)) : written;
  }
}
