package karst.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import karst.function.FunctionContext;
import karst.function.NullPolicy;
import karst.function.ScalarFunction;
import karst.function.Volatility;
import karst.type.Numbers;
import karst.type.SplType;
import karst.vector.BooleanVector;
import karst.vector.DoubleVector;
import karst.vector.Kind;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Computes calls of constants by the function's own kernel: no dialect needs to know {@code
 * relative_time(now(), "-1d@d")}. So the SQL holds the time of its export.
 */
final class Constants {
  private Constants() {}

  /** Returns the constant that a call is, or null if it is none. */
  static @Nullable RexNode fold(ScalarFunction function, List<RexNode> operands, Sql sql) {
    if (function.isSpecialForm()
        || function.volatility() == Volatility.ROW
        || !operands.stream().allMatch(RexLiteral.class::isInstance)) {
      return null;
    }
    if (operands.stream().anyMatch(Sql::isNull)) {
      boolean truth = function.returns() instanceof SplType.Bool;
      SqlShape shape = truth ? SqlShape.TRUTH : SqlShape.TEXT;
      return function.nulls() == NullPolicy.STRICT ? sql.nothing(shape) : null;
    }
    List<Vector> arguments = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      Vector argument = argument((RexLiteral) operands.get(i), function.parameter(i).type());
      if (argument == null) {
        return null;
      }
      arguments.add(argument);
    }
    FunctionContext context = new FunctionContext(sql.now(), sql.zone());
    return literal(function.kernel().apply(arguments, 1, context), sql);
  }

  private static @Nullable Vector argument(RexLiteral literal, SplType wanted) {
    return switch (Sql.shape(literal)) {
      case TRUTH ->
          new BooleanVector(new long[] {RexLiteral.booleanValue(literal) ? 1 : 0}, null, 1);
      case TEXT -> {
        String text = String.valueOf(literal.getValueAs(String.class));
        if (!wanted.isNumeric()) {
          yield StringVector.of(text);
        }
        yield Numbers.isNumber(text) ? number(Numbers.parse(text)) : null;
      }
      case NUMBER, INTEGER -> {
        double number = literal.getValueAs(Double.class);
        yield wanted instanceof SplType.Text
            ? StringVector.of(Numbers.format(number))
            : number(number);
      }
      case LIST -> null;
    };
  }

  private static Vector number(double value) {
    return new DoubleVector(new double[] {value}, null, 1);
  }

  private static @Nullable RexNode literal(Vector answer, Sql sql) {
    Kind kind = answer.kindAt(0);
    return switch (kind) {
      case NULL -> sql.nothing(SqlShape.TEXT);
      case BOOLEAN -> sql.truth(answer.booleanAt(0));
      case TEXT -> sql.text(answer.textAt(0));
      case NUMBER -> {
        double number = answer.numberAt(0);
        yield Double.isFinite(number) ? sql.number(new BigDecimal(Numbers.format(number))) : null;
      }
      case LIST -> null;
    };
  }
}
