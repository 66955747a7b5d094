package karst.plan.command;

import java.util.List;
import karst.command.CommandTemplate;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanTemplate;
import karst.plan.Subsearch;
import karst.vector.Schema;

/** Plans a command that is only known when the subsearches in its text have run. */
public final class CommandTemplateConverter implements CommandConverter<CommandTemplate> {
  @Override
  public void convert(CommandTemplate command, PlanBuilder plan) {
    StringBuilder text = new StringBuilder(command.texts().get(0));
    boolean known = true;
    for (int i = 0; i < command.subsearches().size(); i++) {
      // All of them are planned in any case: that finds their faults.
      String part =
          new Subsearch(plan.context()).text(command.subsearches().get(i), command.span());
      known &= part != null;
      text.append(part).append(command.texts().get(i + 1));
    }
    if (known) {
      new PlanTemplate(plan, command.span()).plan("result of the subsearch", text.toString());
    } else {
      plan.resumeUnknown(Schema.ofStrings(List.of()));
    }
  }
}
