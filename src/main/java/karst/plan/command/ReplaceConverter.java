package karst.plan.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.ast.FieldName;
import karst.command.Replace;
import karst.function.library.FieldTextFunctions;
import karst.plan.CommandConverter;
import karst.plan.FieldPattern;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.ScalarOperator;
import org.apache.calcite.rex.RexNode;

/** Plans {@code replace}: a projection over the named fields, or over all but internal ones. */
public final class ReplaceConverter implements CommandConverter<Replace> {
  @Override
  public void convert(Replace command, PlanBuilder plan) {
    PlanContext context = plan.context();
    List<RexNode> pairs = new ArrayList<>();
    for (Replace.Replacement replacement : command.replacements()) {
      pairs.add(context.text(replacement.pattern()));
      pairs.add(context.text(replacement.value()));
    }
    Map<String, RexNode> values = new LinkedHashMap<>();
    for (int column : columns(command, plan)) {
      List<RexNode> operands = new ArrayList<>(pairs);
      operands.add(0, plan.columns().get(column));
      values.put(
          plan.names().get(column),
          context.rex().makeCall(ScalarOperator.of(FieldTextFunctions.REPLACED), operands));
    }
    plan.assign(values);
  }

  private static List<Integer> columns(Replace command, PlanBuilder plan) {
    if (command.fields().isEmpty()) {
      return FieldPattern.of("*").matching(plan.names());
    }
    List<Integer> columns = new ArrayList<>();
    for (FieldName field : command.fields()) {
      List<Integer> matching = plan.matching(field);
      if (matching.isEmpty() && !field.hasWildcard()) {
        plan.context().unknownField(field.name(), field.span(), plan);
      }
      columns.addAll(matching);
    }
    return columns;
  }
}
