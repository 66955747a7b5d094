package karst.export;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.rel2sql.SqlImplementor;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Writes translated rows as a statement of a dialect. */
final class SqlText {
  private static final SqlParserPos NOWHERE = SqlParserPos.ZERO;

  private final SqlDialect dialect;

  SqlText(SqlDialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Returns the statement; the rows' columns are the first ones of their node, and others are only
   * sorted by.
   */
  String write(Rows rows, List<String> names) {
    return statement(rows, names)
        .toSqlString(
            config ->
                config
                    .withDialect(dialect)
                    .withAlwaysUseParentheses(false)
                    .withSelectListItemsOnSeparateLines(true)
                    .withClauseStartsLine(true)
                    .withIndentation(2)
                    .withQuoteAllIdentifiers(true))
        .getSql();
  }

  /** The outermost SELECT sorts, since the order of an inner one counts for nothing. */
  private SqlNode statement(Rows rows, List<String> names) {
    RelNode node = rows.node();
    SqlSelect select = new PlanToSql(dialect).visitRoot(node).asSelect();
    Rows.RowRange range = rows.limit();
    SqlNodeList order = rows.order().isEmpty() ? null : order(rows);
    SqlNode offset = range == null || range.offset() == 0 ? null : number(range.offset());
    SqlNode fetch = range == null || range.count() == Long.MAX_VALUE ? null : number(range.count());
    if (isOneSelect(rows, names) && select.getOrderList() == null && select.getFetch() == null) {
      select.setOrderBy(order);
      select.setOffset(offset);
      select.setFetch(fetch);
      return select;
    }
    SqlNodeList items = new SqlNodeList(names.stream().map(SqlText::column).toList(), NOWHERE);
    SqlNode from = SqlStdOperatorTable.AS.createCall(NOWHERE, select, column("r"));
    return new SqlSelect(
        NOWHERE, null, items, from, null, null, null, null, null, order, offset, fetch, null);
  }

  private static boolean isOneSelect(Rows rows, List<String> names) {
    return rows.node().getRowType().getFieldCount() == names.size()
        && rows.order().stream().allMatch(key -> key.value() instanceof RexInputRef);
  }

  private SqlNodeList order(Rows rows) {
    List<String> names = rows.node().getRowType().getFieldNames();
    SqlImplementor.Context columns =
        new SqlImplementor.SimpleContext(dialect, index -> column(names.get(index)));
    List<SqlNode> keys = new ArrayList<>();
    for (Rows.RowKey key : rows.order()) {
      SqlNode value = columns.toSql(null, key.value());
      SqlNode directed =
          key.descending() ? SqlStdOperatorTable.DESC.createCall(NOWHERE, value) : value;
      keys.add(SqlStdOperatorTable.NULLS_LAST.createCall(NOWHERE, directed));
    }
    return new SqlNodeList(keys, NOWHERE);
  }

  /** In quotes, so that no name is taken for a function such as USER. */
  private static SqlNode column(String name) {
    return new SqlIdentifier(
        List.of(name), null, SqlParserPos.QUOTED_ZERO, List.of(SqlParserPos.QUOTED_ZERO));
  }

  private static SqlNode number(long value) {
    return SqlLiteral.createExactNumeric(Long.toString(value), NOWHERE);
  }
}
