package karst.plan;

import java.util.Objects;
import karst.function.AggregateFunction;
import karst.type.SplType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.util.Optionality;
import org.jspecify.annotations.Nullable;

/**
 * A declared aggregation, with the constants of its call, as an operator of Calcite's aggregates.
 * Its second argument, where the function needs one, is {@code _time}.
 */
public final class AggregateOperator extends SqlAggFunction {
  private final AggregateFunction function;
  private final double parameter;
  private final boolean allNumbers;

  /**
   * Creates an operator.
   *
   * @param parameter the constant of the call, such as 95 in {@code perc95(x)}; NaN for none
   * @param allNumbers the {@code allnum} option
   */
  public AggregateOperator(AggregateFunction function, double parameter, boolean allNumbers) {
    super(
        function.name(),
        null,
        SqlKind.OTHER_FUNCTION,
        binding -> returnType(binding, function),
        null,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.USER_DEFINED_FUNCTION,
        false,
        false,
        Optionality.FORBIDDEN);
    this.function = function;
    this.parameter = parameter;
    this.allNumbers = allNumbers;
  }

  private static RelDataType returnType(SqlOperatorBinding binding, AggregateFunction function) {
    SplType argument =
        binding.getOperandCount() == 0
            ? SplType.DYNAMIC
            : TypeMapping.fromRel(binding.getOperandType(0));
    return TypeMapping.toRel(binding.getTypeFactory(), function.returns(argument));
  }

  /** Returns the declaration. */
  public AggregateFunction function() {
    return function;
  }

  /** Returns the constant of the call; NaN for none. */
  public double parameter() {
    return parameter;
  }

  /** Returns the {@code allnum} option. */
  public boolean allNumbers() {
    return allNumbers;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AggregateOperator operator
        && function == operator.function
        && Double.compare(parameter, operator.parameter) == 0
        && allNumbers == operator.allNumbers;
  }

  @Override
  public int hashCode() {
    return Objects.hash(function.name(), parameter, allNumbers);
  }
}
