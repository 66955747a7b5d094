package karst.export;

import java.util.List;
import org.apache.calcite.rel.rel2sql.RelToSqlConverter;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Calcite's converter, which also knows {@link Boundary}. */
public final class PlanToSql extends RelToSqlConverter {
  PlanToSql(SqlDialect dialect) {
    super(dialect);
  }

  /** Returns rows as an item of FROM; found by its parameter's type. */
  public Result visit(Boundary boundary) {
    SqlNode select = visitInput(boundary, 0).asStatement();
    SqlNode named =
        SqlStdOperatorTable.AS.createCall(
            SqlParserPos.ZERO, select, new SqlIdentifier("t", SqlParserPos.ZERO));
    return result(named, List.of(Clause.FROM), boundary, null);
  }
}
