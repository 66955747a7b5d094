package karst.export.dialect;

import static karst.export.SqlShape.INTEGER;
import static karst.export.SqlShape.LIST;
import static karst.export.SqlShape.TEXT;

import karst.export.ScalarArguments;
import karst.export.ScalarRenderings;
import karst.export.Sql;
import org.apache.calcite.rex.RexNode;

/** What SPL's functions of several values are in DuckDB. An empty list is null. */
final class DuckDbLists {
  private static final String NONE = "CAST([] AS VARCHAR[])";

  private DuckDbLists() {}

  static ScalarRenderings table() {
    return new ScalarRenderings()
        .with("mvappend", DuckDbLists::append)
        .with("mvcount", Lists.count("len({0})"))
        .with("mvdedup", arguments -> ofList(arguments, DISTINCT))
        .with("mvfind", DuckDbLists::find)
        .with("mvindex", DuckDbLists::index)
        .with("mvjoin", Lists.join("array_to_string({0}, {1})"))
        .with("mvreverse", arguments -> ofList(arguments, "list_reverse({0})"))
        .with("mvsort", arguments -> ofList(arguments, "list_sort({0})"));
  }

  private static final String DISTINCT = "list_filter({0}, lambda v, i: list_position({0}, v) = i)";

  /** A single value is what any reordering of it is. */
  private static RexNode ofList(ScalarArguments arguments, String template) {
    RexNode value = arguments.get(0);
    return Sql.shape(value) == LIST ? arguments.sql().call(LIST, template, value) : value;
  }

  private static RexNode append(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    RexNode all = null;
    for (RexNode value : arguments.operands()) {
      if (!Sql.isNull(value)) {
        RexNode list = sql.call(LIST, "coalesce({0}, " + NONE + ")", sql.toList(value));
        all = all == null ? list : sql.call(LIST, "list_concat({0}, {1})", all, list);
      }
    }
    return all == null ? sql.nothing(TEXT) : sql.call(LIST, "nullif({0}, " + NONE + ")", all);
  }

  private static RexNode find(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    RexNode list = sql.toList(arguments.get(0));
    RexNode pattern = sql.text(Re2Pattern.matching(arguments.constant(1)));
    return sql.call(
        INTEGER,
        "nullif(coalesce(list_position(list_transform({0}, lambda v: regexp_matches(v, {1})), true), 0), 0) - 1",
        list,
        pattern);
  }

  private static RexNode index(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    RexNode value = arguments.get(0);
    int start = arguments.constantInteger(1);
    if (arguments.size() < 3) {
      if (Sql.shape(value) != LIST) {
        return start == 0 || start == -1 ? value : sql.nothing(TEXT);
      }
      return sql.call(TEXT, "list_extract({0}, " + place(start) + ")", value);
    }
    int end = arguments.constantInteger(2);
    return sql.call(
        LIST,
        "nullif(list_slice({0}, " + place(start) + ", " + place(end) + "), " + NONE + ")",
        sql.toList(value));
  }

  /** DuckDB counts from 1, and from the end as SPL does. */
  private static int place(int index) {
    return index < 0 ? index : index + 1;
  }
}
