package karst.plan.command;

import karst.command.Xmlunescape;
import karst.function.library.EventTextFunctions;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import org.apache.calcite.rex.RexNode;

/** Plans {@code xmlunescape}: a projection; without a text there is nothing to do. */
public final class XmlunescapeConverter implements CommandConverter<Xmlunescape> {
  private static final String TEXT = "_raw";

  @Override
  public void convert(Xmlunescape command, PlanBuilder plan) {
    RexNode text = plan.find(TEXT);
    if (text == null) {
      plan.context().unknownField(TEXT, command.span(), plan);
    } else {
      plan.assign(TEXT, plan.context().call(EventTextFunctions.XML_UNESCAPED, text));
    }
  }
}
