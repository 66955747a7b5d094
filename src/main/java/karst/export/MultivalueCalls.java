package karst.export;

import java.util.List;
import java.util.function.UnaryOperator;
import karst.function.MultivaluePolicy;
import karst.function.ScalarFunction;
import org.apache.calcite.rex.RexNode;

/** Calls a function whose arguments may be lists, as its policy says. */
final class MultivalueCalls {
  private final Sql sql;
  private final ScalarFunction function;
  private final ScalarRendering rendering;
  private final boolean lenient;

  MultivalueCalls(Sql sql, ScalarFunction function, ScalarRendering rendering, boolean lenient) {
    this.sql = sql;
    this.function = function;
    this.rendering = rendering;
    this.lenient = lenient;
  }

  /** Returns the call. */
  RexNode call(List<RexNode> operands) {
    if (function.multivalue() == MultivaluePolicy.WHOLE) {
      return plain(operands);
    }
    for (int i = 0; i < operands.size(); i++) {
      if (Sql.shape(operands.get(i)) == SqlShape.LIST) {
        return ofList(operands, i);
      }
    }
    return plain(operands);
  }

  private RexNode plain(List<RexNode> operands) {
    return rendering.render(new ScalarArguments(sql, function, operands, lenient));
  }

  private RexNode ofList(List<RexNode> operands, int index) {
    RexNode list = operands.get(index);
    UnaryOperator<RexNode> one = element -> call(Sql.replaced(operands, index, element));
    return switch (function.multivalue()) {
      case EACH -> sql.each(list, one);
      case ANY -> {
        if (operands.stream().filter(other -> Sql.shape(other) == SqlShape.LIST).count() > 1) {
          throw sql.dialect().refusal("a comparison of two fields of several values");
        }
        yield sql.any(list, one);
      }
      case FIRST -> call(Sql.replaced(operands, index, sql.toText(list)));
      case NULL -> throw sql.dialect().refusal("`" + function.name() + "` of several values");
      case WHOLE -> plain(operands);
    };
  }
}
