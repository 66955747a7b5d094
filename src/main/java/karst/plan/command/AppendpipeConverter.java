package karst.plan.command;

import java.util.List;
import karst.command.Appendpipe;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.RowSets;
import karst.plan.StageRows;

/**
 * Plans {@code appendpipe}: the rows so far are a stage of their own, so that both uses of them see
 * the same ones and they are made once.
 */
public final class AppendpipeConverter implements CommandConverter<Appendpipe> {
  @Override
  public void convert(Appendpipe command, PlanBuilder plan) {
    StageRows rows = plan.run();
    if (rows != null) {
      plan.resume(rows);
    }
    PlanBuilder more = plan.context().stages().plan(command.pipeline(), plan);
    RowSets.append(plan, List.of(more));
  }
}
