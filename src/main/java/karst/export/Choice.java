package karst.export;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/** CASE: condition, value, ..., last the value when no condition is true. */
final class Choice extends SqlOperator {
  private static final int CLOSED = 2000;

  /** As many operands stand on one line: one condition and two values. */
  private static final int SHORT = 3;

  Choice(RelDataType type) {
    super(
        "CASE",
        SqlKind.OTHER,
        CLOSED,
        CLOSED,
        ReturnTypes.explicit(type),
        null,
        OperandTypes.VARIADIC);
  }

  @Override
  public SqlSyntax getSyntax() {
    return SqlSyntax.SPECIAL;
  }

  @Override
  public void unparse(SqlWriter writer, SqlCall call, int leftStrength, int rightStrength) {
    List<SqlNode> operands = call.getOperandList();
    boolean tall = operands.size() > SHORT;
    writer.keyword("CASE");
    SqlWriter.Frame frame = writer.startList(SqlWriter.FrameTypeEnum.SIMPLE);
    int last = operands.size() - 1;
    for (int i = 0; i < last; i += 2) {
      line(writer, tall);
      writer.keyword("WHEN");
      operands.get(i).unparse(writer, 0, 0);
      writer.keyword("THEN");
      operands.get(i + 1).unparse(writer, 0, 0);
    }
    if (!isNull(operands.get(last))) {
      line(writer, tall);
      writer.keyword("ELSE");
      operands.get(last).unparse(writer, 0, 0);
    }
    writer.endList(frame);
    line(writer, tall);
    writer.keyword("END");
  }

  private static void line(SqlWriter writer, boolean tall) {
    if (tall) {
      writer.newlineAndIndent();
    }
  }

  private static boolean isNull(SqlNode node) {
    return SqlUtil.isNullLiteral(node, true) && node instanceof SqlLiteral;
  }
}
