package karst.export.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import karst.export.ExportRefusal;
import karst.export.LookupCall;
import karst.export.Sql;
import karst.export.SqlShape;
import org.apache.calcite.rex.RexNode;

/**
 * A lookup as a subquery beside each row. Its columns have names of their own there, so that none
 * hides a column of the row.
 */
final class DuckDbLookup {
  private DuckDbLookup() {}

  static RexNode write(Sql sql, LookupCall call) {
    List<String> columns = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    List<RexNode> values = new ArrayList<>();
    for (LookupCall.Key key : call.keys()) {
      String name = quoted("lookup key " + values.size());
      columns.add(quoted(key.column()) + " AS " + name);
      conditions.add(condition(key, name, "{" + values.size() + "}", call.caseSensitive()));
      values.add(key.value());
    }
    String table = call.table().stream().map(DuckDbLookup::quoted).collect(Collectors.joining("."));
    String rows =
        "(SELECT list(\"lookup value\" ORDER BY \"lookup order\") FROM (SELECT "
            + String.join(", ", columns)
            + ", "
            + quoted(call.output())
            + " AS \"lookup value\", "
            + quoted(call.ordinal())
            + " AS \"lookup order\" FROM "
            + table
            + ") WHERE "
            + String.join(" AND ", conditions)
            + ")";
    return sql.call(
        SqlShape.LIST,
        "list_slice(" + rows + ", 1, " + call.most() + ")",
        values.toArray(RexNode[]::new));
  }

  private static String condition(
      LookupCall.Key key, String column, String value, boolean caseSensitive) {
    return switch (key.type()) {
      case EXACT ->
          caseSensitive
              ? column + " = " + value
              : "regexp_full_match(" + value + ", regexp_escape(" + column + "), 'i')";
      case WILDCARD ->
          "regexp_full_match("
              + value
              + ", replace(regexp_escape("
              + column
              + "), '\\*', '.*'), '"
              + (caseSensitive ? "s" : "si")
              + "')";
      case CIDR -> throw new ExportRefusal("the lookup matches addresses in subnets");
    };
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
