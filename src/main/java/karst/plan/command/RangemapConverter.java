package karst.plan.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import karst.command.Rangemap;
import karst.function.library.FieldTextFunctions;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.ScalarOperator;
import org.apache.calcite.rex.RexNode;

/** Plans {@code rangemap}: a projection that sets the field {@code range}. */
public final class RangemapConverter implements CommandConverter<Rangemap> {
  @Override
  public void convert(Rangemap command, PlanBuilder plan) {
    PlanContext context = plan.context();
    List<RexNode> operands = new ArrayList<>();
    operands.add(plan.field(command.field()));
    operands.add(context.text(command.fallback()));
    for (Rangemap.Range range : command.ranges()) {
      operands.add(context.text(range.name()));
      operands.add(context.number(new BigDecimal(range.low())));
      operands.add(context.number(new BigDecimal(range.high())));
    }
    plan.assign(
        "range", context.rex().makeCall(ScalarOperator.of(FieldTextFunctions.RANGES), operands));
  }
}
