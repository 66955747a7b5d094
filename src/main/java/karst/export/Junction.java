package karst.export;

import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/** AND and OR of any number of conditions, each on a line of its own where they are many. */
final class Junction extends SqlOperator {
  static final Junction AND = new Junction("AND", 24);
  static final Junction OR = new Junction("OR", 22);

  /** As many conditions stand on one line. */
  private static final int SHORT = 2;

  private Junction(String name, int strength) {
    super(
        name,
        SqlKind.OTHER,
        strength,
        strength,
        ReturnTypes.BOOLEAN_NULLABLE,
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
    SqlWriter.Frame frame = writer.startList(SqlWriter.FrameTypeEnum.SIMPLE);
    for (int i = 0; i < operands.size(); i++) {
      if (i > 0) {
        if (operands.size() > SHORT) {
          writer.newlineAndIndent();
        }
        writer.keyword(getName());
      }
      operands.get(i).unparse(writer, getLeftPrec(), getRightPrec());
    }
    writer.endList(frame);
  }
}
