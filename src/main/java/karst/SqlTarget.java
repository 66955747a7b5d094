package karst;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import karst.export.Dialect;
import karst.export.dialect.Dialects;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;

/**
 * The database that a search is written for as SQL.
 *
 * @param dialect its dialect
 * @param tables the names that tables of the search have in it, parts divided by dots; a table that
 *     is not named here is called as in the search
 * @param ordinal a column that tells the order of each table's rows; without one they have none
 */
public record SqlTarget(Dialect dialect, Map<String, String> tables, Optional<String> ordinal) {
  public SqlTarget {
    tables = Map.copyOf(tables);
  }

  /**
   * Returns a database in which tables are called as in the search.
   *
   * @throws SplException if there is no such dialect
   */
  public static SqlTarget of(String dialect) {
    Dialect found =
        Dialects.find(dialect)
            .orElseThrow(
                () ->
                    new SplException(
                        List.of(
                            Diagnostic.error(
                                    DiagnosticCode.BAD_OPTION,
                                    "there is no dialect `" + dialect + "`")
                                .suggest(dialect, Dialects.names())
                                .hint("there are " + String.join(", ", Dialects.names())))));
    return new SqlTarget(found, Map.of(), Optional.empty());
  }

  /** Returns the name of the dialect. */
  public String dialectName() {
    return dialect.name();
  }

  /** Returns the names of all dialects. */
  public static List<String> dialects() {
    return Dialects.names();
  }

  /** Returns this database with a name for a table of the search. */
  public SqlTarget withTable(String table, String sqlName) {
    Map<String, String> more = new LinkedHashMap<>(tables);
    more.put(table, sqlName);
    return new SqlTarget(dialect, more, ordinal);
  }

  /** Returns this database with a column that tells the order of each table's rows. */
  public SqlTarget withOrdinal(String column) {
    return new SqlTarget(dialect, tables, Optional.of(column));
  }

  /** Returns the parts of the name of a table. */
  List<String> nameOf(String table) {
    String name = tables.get(table);
    return name == null ? List.of(table) : List.of(name.split("\\.", -1));
  }
}
