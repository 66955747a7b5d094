package karst.plan.command;

import java.util.LinkedHashMap;
import java.util.Map;
import karst.command.Setfields;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import org.apache.calcite.rex.RexNode;

/** Plans {@code setfields}: a projection of constants. */
public final class SetfieldsConverter implements CommandConverter<Setfields> {
  @Override
  public void convert(Setfields command, PlanBuilder plan) {
    Map<String, RexNode> values = new LinkedHashMap<>();
    for (Setfields.Setting setting : command.settings()) {
      values.put(setting.field().name(), plan.context().text(setting.text()));
    }
    plan.assign(values);
  }
}
