package karst.plan.command;

import karst.command.Inputlookup;
import karst.plan.CommandConverter;
import karst.plan.FileRows;
import karst.plan.PlanBuilder;

/** Plans {@code inputlookup}: a table's rows, filtered, a part of them. */
public final class InputlookupConverter implements CommandConverter<Inputlookup> {
  @Override
  public void convert(Inputlookup command, PlanBuilder plan) {
    FileRows.read(command, plan);
  }
}
