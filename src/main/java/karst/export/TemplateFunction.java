package karst.export;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/** An operator that is written by a template. */
final class TemplateFunction extends SqlOperator {
  /**
   * How strongly a text that is no call binds: less than {@code IS NOT TRUE}, which Spark takes
   * behind no LIKE, and more than AND.
   */
  private static final int COMPARISON = 27;

  private static final int CLOSED = 2000;

  private final Template template;
  private final boolean spread;

  private TemplateFunction(Template template, RelDataType type, int strength, boolean spread) {
    super(
        template.toString(),
        SqlKind.OTHER_FUNCTION,
        strength,
        strength,
        ReturnTypes.explicit(type),
        null,
        OperandTypes.VARIADIC);
    this.template = template;
    this.spread = spread;
  }

  static TemplateFunction of(String text, RelDataType type) {
    Template template = new Template(text);
    return new TemplateFunction(template, type, template.isClosed() ? CLOSED : COMPARISON, false);
  }

  /** Returns an operator that makes a row for each of several values. */
  static TemplateFunction spreading(String text, RelDataType type) {
    return new TemplateFunction(new Template(text), type, CLOSED, true);
  }

  /** Returns whether it makes a row for each of several values. */
  boolean isSpread() {
    return spread;
  }

  @Override
  public SqlSyntax getSyntax() {
    return SqlSyntax.SPECIAL;
  }

  @Override
  public void unparse(SqlWriter writer, SqlCall call, int leftStrength, int rightStrength) {
    template.write(writer, call.getOperandList());
  }
}
