package karst.plan.command;

import java.util.List;
import karst.command.Inputlookup;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.RowSets;
import karst.plan.SearchConverter;
import karst.plan.TableSource;

/** Plans {@code inputlookup}: a table's rows, filtered, a part of them. */
public final class InputlookupConverter implements CommandConverter<Inputlookup> {
  @Override
  public void convert(Inputlookup command, PlanBuilder plan) {
    if (!command.append() || !plan.hasRows()) {
      read(command, plan);
      return;
    }
    PlanBuilder more = new PlanBuilder(plan.context());
    read(command, more);
    if (more.hasRows()) {
      RowSets.append(plan, List.of(more));
    }
  }

  private static void read(Inputlookup command, PlanBuilder plan) {
    TableSource source = new TableSource(plan);
    if (!command.strict()) {
      source.scanTableIfThere(command.table());
    } else if (!source.scanTable(command.table())) {
      return;
    }
    if (!plan.context().diagnostics().hasErrors()) {
      plan.filter(new SearchConverter(plan.context(), plan).convert(command.where()));
      plan.limit(command.start(), command.max());
    }
  }
}
