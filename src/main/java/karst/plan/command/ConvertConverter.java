package karst.plan.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.Convert;
import karst.function.ScalarFunction;
import karst.function.library.ConvertFunctions;
import karst.plan.CommandConverter;
import karst.plan.FieldPattern;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.ScalarOperator;
import org.apache.calcite.rex.RexNode;

/** Plans {@code convert}: a projection for each function, over each field that it means. */
public final class ConvertConverter implements CommandConverter<Convert> {
  @Override
  public void convert(Convert command, PlanBuilder plan) {
    Set<String> excluded = new HashSet<>();
    for (Convert.Conversion conversion : command.conversions()) {
      if (conversion.function() == Convert.Function.NONE) {
        plan.matching(conversion.field()).forEach(i -> excluded.add(plan.names().get(i)));
      }
    }
    for (Convert.Conversion conversion : command.conversions()) {
      if (conversion.function() != Convert.Function.NONE) {
        convert(conversion, command.timeFormat(), excluded, plan);
      }
    }
  }

  private static void convert(
      Convert.Conversion conversion, String format, Set<String> excluded, PlanBuilder plan) {
    FieldName field = conversion.field();
    FieldPattern pattern = FieldPattern.of(field.name());
    List<String> matching = new ArrayList<>();
    plan.matching(field).forEach(i -> matching.add(plan.names().get(i)));
    if (matching.isEmpty() && !field.hasWildcard()) {
      plan.context().unknownField(field.name(), field.span(), plan);
      return;
    }
    for (String name : matching) {
      List<String> parts = pattern.match(name);
      RexNode value = plan.find(name);
      if (!excluded.contains(name) && parts != null && value != null) {
        FieldName target = conversion.name();
        String output = target == null ? name : FieldPattern.fill(target.name(), parts);
        plan.assign(output, call(conversion.function(), value, format, plan.context()));
      }
    }
  }

  private static RexNode call(
      Convert.Function function, RexNode value, String format, PlanContext context) {
    return switch (function) {
      case CTIME -> call(ConvertFunctions.CTIME, context, value, context.text(format));
      case MKTIME -> call(ConvertFunctions.MKTIME, context, value, context.text(format));
      case DUR2SEC -> call(ConvertFunctions.DUR2SEC, context, value);
      case MEMK -> call(ConvertFunctions.MEMK, context, value);
      case MSTIME -> call(ConvertFunctions.MSTIME, context, value);
      case NUM -> call(ConvertFunctions.NUM, context, value);
      case RMCOMMA -> call(ConvertFunctions.RMCOMMA, context, value);
      case RMUNIT -> call(ConvertFunctions.RMUNIT, context, value);
      // Text that is a number counts as one already: there is nothing to do.
      case AUTO, NONE -> value;
    };
  }

  private static RexNode call(ScalarFunction function, PlanContext context, RexNode... operands) {
    return context.rex().makeCall(ScalarOperator.of(function), operands);
  }
}
