package karst.spark;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import karst.export.AggregateArguments;
import karst.export.ExportRefusal;
import karst.export.ScalarArguments;
import karst.export.Sql;
import karst.export.SqlShape;
import karst.export.dialect.Spark;
import karst.function.AggregateFunction;
import karst.function.MultivaluePolicy;
import karst.function.ScalarFunction;
import karst.type.SplType;
import org.apache.calcite.rex.RexNode;

/**
 * Spark's SQL in a session that has Karst's own functions: what Spark says equal it says itself, so
 * that it can plan with it; all else is a kernel.
 */
final class KernelDialect extends Spark {
  private final KernelFunctions functions;
  private final double now;
  private final ZoneId zone;

  KernelDialect(KernelFunctions functions, double now, ZoneId zone) {
    this.functions = functions;
    this.now = now;
    this.zone = zone;
  }

  @Override
  protected String textOfNumber() {
    return KernelFunctions.TEXT_OF_NUMBER + "({0})";
  }

  @Override
  protected RexNode otherwise(ScalarArguments call, ExportRefusal refused) {
    ScalarFunction function = call.function();
    if (!Library.has(function) || call.size() > KernelCall.MOST_ARGUMENTS) {
      throw refused;
    }
    List<RexNode> operands = call.operands();
    SqlShape shape = shape(function, operands);
    String name = functions.scalar(function, operands.size(), shape, now, zone);
    String places =
        IntStream.range(0, operands.size())
            .mapToObj(i -> "{" + i + "}")
            .collect(Collectors.joining(", "));
    return call.sql().call(shape, name + "(" + places + ")", operands.toArray(RexNode[]::new));
  }

  private static SqlShape shape(ScalarFunction function, List<RexNode> operands) {
    boolean lists = operands.stream().anyMatch(operand -> Sql.shape(operand) == SqlShape.LIST);
    if (lists && function.multivalue() == MultivaluePolicy.EACH) {
      return SqlShape.LIST;
    }
    SplType type = function.returns();
    if (type instanceof SplType.Bool) {
      return SqlShape.TRUTH;
    }
    if (type instanceof SplType.Multivalue) {
      return SqlShape.LIST;
    }
    return type.isNumeric() ? SqlShape.NUMBER : SqlShape.TEXT;
  }

  @Override
  protected RexNode otherwise(AggregateArguments call, ExportRefusal refused) {
    AggregateFunction function = call.function();
    boolean single = !call.isOfRows() && Sql.shape(call.value()) != SqlShape.LIST;
    if (!single || function.orderSensitive() || !Library.has(function)) {
      throw refused;
    }
    RexNode value = call.single();
    boolean numbers = Sql.shape(value).isNumeric();
    SplType type = function.returns(numbers ? SplType.NUMBER : SplType.STRING);
    if (type instanceof SplType.Multivalue) {
      throw refused;
    }
    SqlShape shape = type.isNumeric() ? SqlShape.NUMBER : SqlShape.TEXT;
    String name =
        functions.aggregate(function, call.parameter(), call.allNumbers(), Sql.shape(value), shape);
    RexNode argument = numbers ? call.sql().toDouble(value) : value;
    return call.aggregate(shape, name + "({0})", argument);
  }
}
