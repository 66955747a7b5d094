package karst.plan.command;

import java.util.List;
import karst.command.Append;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.RowSets;
import karst.plan.Subpipeline;

/** Plans {@code append}: a union, the subsearch's rows last. */
public final class AppendConverter implements CommandConverter<Append> {
  @Override
  public void convert(Append command, PlanBuilder plan) {
    PlanBuilder more =
        Subpipeline.plan(command.subsearch(), command.maxOut(), "append", plan.context());
    if (plan.hasRows()) {
      RowSets.append(plan, List.of(more));
    } else {
      plan.set(more.node());
    }
  }
}
