package karst.export;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.util.Optionality;

/** An aggregation that is written by a template. */
final class TemplateAggregate extends SqlAggFunction {
  private final Template template;

  TemplateAggregate(String text, RelDataType type) {
    super(
        text,
        null,
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.explicit(type),
        null,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.USER_DEFINED_FUNCTION,
        false,
        false,
        Optionality.FORBIDDEN);
    this.template = new Template(text);
  }

  /** A window without an order is all rows of a partition, and needs no frame to say so. */
  @Override
  public boolean allowsFraming() {
    return false;
  }

  @Override
  public void unparse(SqlWriter writer, SqlCall call, int leftStrength, int rightStrength) {
    template.write(writer, call.getOperandList());
  }
}
