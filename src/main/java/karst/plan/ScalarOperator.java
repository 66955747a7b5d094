package karst.plan;

import karst.function.NullPolicy;
import karst.function.ScalarFunction;
import karst.function.Volatility;
import karst.type.SplType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;

/** A declared function as an operator of Calcite's row expressions. */
public final class ScalarOperator extends SqlFunction {
  private final ScalarFunction function;

  private ScalarOperator(ScalarFunction function) {
    super(
        function.name(),
        SqlKind.OTHER_FUNCTION,
        binding -> returnType(binding.getTypeFactory(), function),
        null,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.USER_DEFINED_FUNCTION);
    this.function = function;
  }

  /** Returns the operator of a declaration; those of one name are equal. */
  public static ScalarOperator of(ScalarFunction function) {
    // Not kept: a function may have a lookup's rows, or be a program's own.
    return new ScalarOperator(function);
  }

  /** Returns the declaration. */
  public ScalarFunction function() {
    return function;
  }

  private static RelDataType returnType(RelDataTypeFactory factory, ScalarFunction function) {
    RelDataType type = TypeMapping.toRel(factory, function.returns());
    // A truth value of a function that sees nulls itself is never null: search terms, isnull.
    boolean twoValued =
        function.returns() instanceof SplType.Bool && function.nulls() == NullPolicy.CALLED;
    return factory.createTypeWithNullability(type, !twoValued);
  }

  @Override
  public boolean isDeterministic() {
    return function.volatility() != Volatility.ROW;
  }

  @Override
  public boolean isDynamicFunction() {
    return function.volatility() == Volatility.RUN;
  }
}
