package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.command.Xpath;
import karst.function.library.EventTextFunctions;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Plans {@code xpath}: a projection; where nothing is found and no default is, the field stays. */
public final class XpathConverter implements CommandConverter<Xpath> {
  @Override
  public void convert(Xpath command, PlanBuilder plan) {
    PlanContext context = plan.context();
    List<RexNode> values = new ArrayList<>();
    values.add(
        context.call(
            EventTextFunctions.XPATH,
            plan.field(command.field()),
            context.text(command.expression())));
    String fallback = command.fallback();
    @Nullable RexNode before = plan.find(command.output());
    if (fallback != null) {
      values.add(context.text(fallback));
    } else if (before != null) {
      values.add(before);
    }
    plan.assign(
        command.output(), values.size() == 1 ? values.get(0) : context.firstPresent(values));
  }
}
