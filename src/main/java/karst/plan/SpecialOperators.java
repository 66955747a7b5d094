package karst.plan;

import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/** Operators that do not evaluate all of their operands and that Calcite has no equal of. */
public final class SpecialOperators {
  /**
   * The first operand that is not null. Calcite's COALESCE is rewritten to CASE by its rules, which
   * would evaluate operands twice.
   */
  public static final SqlFunction FIRST_PRESENT =
      new SqlFunction(
          "coalesce",
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.ARG0_FORCE_NULLABLE,
          null,
          OperandTypes.VARIADIC,
          SqlFunctionCategory.USER_DEFINED_FUNCTION);

  /**
   * The values of its second operand for each value of the first; {@link #ELEMENT} in it is that.
   */
  public static final SqlFunction EACH_VALUE = special("each_value");

  /**
   * The value that {@link #EACH_VALUE} is at; the operand says how many of those around it are
   * passed over. It is no constant, although its operand is.
   */
  public static final SqlFunction ELEMENT = special("value");

  private static SqlFunction special(String name) {
    return new SqlFunction(
        name,
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.ARG0_FORCE_NULLABLE,
        null,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.USER_DEFINED_FUNCTION) {
      @Override
      public boolean isDynamicFunction() {
        return true;
      }
    };
  }

  private SpecialOperators() {}
}
