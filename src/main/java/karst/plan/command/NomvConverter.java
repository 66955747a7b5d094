package karst.plan.command;

import karst.command.Nomv;
import karst.function.library.FieldTextFunctions;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import org.apache.calcite.rex.RexNode;

/** Plans {@code nomv}: a projection that joins the values of a field with line ends between. */
public final class NomvConverter implements CommandConverter<Nomv> {
  @Override
  public void convert(Nomv command, PlanBuilder plan) {
    PlanContext context = plan.context();
    RexNode field = plan.field(command.field());
    if (plan.indexOf(command.field().name()) >= 0) {
      plan.assign(
          command.field().name(),
          context.call(FieldTextFunctions.JOINED, field, context.text("\n")));
    }
  }
}
