package karst.plan.command;

import java.math.BigDecimal;
import karst.command.Mvexpand;
import karst.function.library.FieldTextFunctions;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.rel.Expand;
import org.apache.calcite.rex.RexNode;

/**
 * Plans {@code mvexpand}: the first values, if there is a limit, and a row for each. A row in which
 * the field is null stays (spl-semantics Q23).
 */
public final class MvexpandConverter implements CommandConverter<Mvexpand> {
  @Override
  public void convert(Mvexpand command, PlanBuilder plan) {
    PlanContext context = plan.context();
    RexNode field = plan.field(command.field());
    String name = command.field().name();
    if (plan.indexOf(name) < 0) {
      return;
    }
    if (command.limit() > 0) {
      RexNode limit = context.number(BigDecimal.valueOf(command.limit()));
      plan.assign(name, context.call(FieldTextFunctions.FIRST_VALUES, field, limit));
    }
    plan.set(Expand.create(plan.node(), plan.indexOf(name), false));
  }
}
