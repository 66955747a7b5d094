package karst.plan.command;

import karst.command.Regex;
import karst.function.library.ExtractionFunctions;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import org.apache.calcite.rex.RexNode;

/** Plans {@code regex}: a filter; a field that is null does not match. */
public final class RegexConverter implements CommandConverter<Regex> {
  @Override
  public void convert(Regex command, PlanBuilder plan) {
    PlanContext context = plan.context();
    RexNode matches =
        context.call(
            ExtractionFunctions.MATCHES,
            plan.field(command.field()),
            context.text(command.regex()));
    plan.filter(command.negated() ? context.not(matches) : matches);
  }
}
