package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;
import karst.command.Fillnull;
import karst.plan.CommandConverter;
import karst.plan.FieldPattern;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.SpecialOperators;
import karst.plan.rel.FillNull;
import karst.type.SplType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;

/**
 * Plans {@code fillnull}: with a field list a projection, which makes the fields that do not exist;
 * without one, whatever field has a value in some row (spl-semantics §6.1).
 */
public final class FillnullConverter implements CommandConverter<Fillnull> {
  @Override
  public void convert(Fillnull command, PlanBuilder plan) {
    if (command.fields().isEmpty()) {
      fillAll(command.value(), plan);
      return;
    }
    PlanContext context = plan.context();
    for (FieldName field : command.fields()) {
      RexNode value = plan.find(field.name());
      RexNode text = context.text(command.value());
      plan.assign(field.name(), value == null ? text : filled(value, text, context));
    }
  }

  private static RexNode filled(RexNode value, RexNode text, PlanContext context) {
    RelDataType type =
        value.getType().getFamily() == text.getType().getFamily()
            ? context.type(SplType.STRING)
            : context.type(SplType.DYNAMIC);
    return context.rex().makeCall(type, SpecialOperators.FIRST_PRESENT, List.of(value, text));
  }

  private static void fillAll(String value, PlanBuilder plan) {
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < plan.names().size(); i++) {
      if (!FieldPattern.isInternal(plan.names().get(i))) {
        columns.add(i);
      }
    }
    plan.set(FillNull.create(plan.node(), columns, value));
  }
}
