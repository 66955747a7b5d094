package karst.plan.command;

import karst.command.Inputlookup;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.SearchConverter;
import karst.plan.TableSource;
import karst.source.DiagnosticCode;

/** Plans {@code inputlookup}: a table's rows, filtered, a part of them. */
public final class InputlookupConverter implements CommandConverter<Inputlookup> {
  @Override
  public void convert(Inputlookup command, PlanBuilder plan) {
    if (command.append()) {
      plan.context()
          .error(DiagnosticCode.UNSUPPORTED, command.span(), "`append=true` is not supported yet");
      return;
    }
    TableSource source = new TableSource(plan);
    if (!command.strict()) {
      source.scanTableIfThere(command.table());
    } else if (!source.scanTable(command.table())) {
      return;
    }
    plan.filter(new SearchConverter(plan.context(), plan).convert(command.where()));
    plan.limit(command.start(), command.max());
  }
}
