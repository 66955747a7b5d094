package karst.cli;

import java.util.Locale;
import karst.SqlTarget;
import picocli.CommandLine.TypeConversionException;

/**
 * What a table of searches is called in a database.
 *
 * @param table its name in searches
 * @param sqlName its name in SQL, parts divided by dots
 */
record SqlTableName(String table, String sqlName) {
  /** Reads {@code NAME=SQL.NAME}. */
  static SqlTableName parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new TypeConversionException(
          "expected NAME=SQL.NAME such as Endpoint.Processes=db.processes, not `" + text + "`");
    }
    return new SqlTableName(text.substring(0, equals), text.substring(equals + 1));
  }

  /** Reads the name of a dialect. */
  static SqlTarget target(String text) {
    String dialect = text.toLowerCase(Locale.ROOT);
    if (!SqlTarget.dialects().contains(dialect)) {
      throw OptionValues.noneOf(SqlTarget.dialects(), text);
    }
    return SqlTarget.of(dialect);
  }
}
