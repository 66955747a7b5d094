package karst.plan.command;

import karst.ast.Expression;
import karst.command.Head;
import karst.plan.CommandConverter;
import karst.plan.ExpressionConverter;
import karst.plan.PlanBuilder;
import karst.plan.rel.HeadWhile;

/** Plans {@code head}: a limit, or the rows before a condition fails. */
public final class HeadConverter implements CommandConverter<Head> {
  @Override
  public void convert(Head command, PlanBuilder plan) {
    Expression condition = command.condition();
    if (condition == null) {
      plan.limit(command.limit());
      return;
    }
    HeadWhile.Options options =
        new HeadWhile.Options(command.limit(), command.keepNull(), command.keepLast());
    plan.set(
        HeadWhile.create(
            plan.node(),
            new ExpressionConverter(plan.context(), plan).condition(condition),
            options));
  }
}
