package karst.plan.command;

import karst.command.Outputtext;
import karst.function.library.EventTextFunctions;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import org.apache.calcite.rex.RexNode;

/** Plans {@code outputtext}: a projection. */
public final class OutputtextConverter implements CommandConverter<Outputtext> {
  private static final String TEXT = "_raw";

  @Override
  public void convert(Outputtext command, PlanBuilder plan) {
    PlanContext context = plan.context();
    RexNode text = plan.find(TEXT);
    if (text == null) {
      context.unknownField(TEXT, command.span(), plan);
      text = context.nothing();
    }
    plan.assign(
        "_xml", command.escapes() ? context.call(EventTextFunctions.XML_ESCAPED, text) : text);
  }
}
