package karst.plan.command;

import java.util.Optional;
import karst.ast.FieldName;
import karst.command.Outputlookup;
import karst.lookup.LookupDefinition;
import karst.plan.CommandConverter;
import karst.plan.FileRows;
import karst.plan.PlanBuilder;

/** Plans {@code outputlookup}: the rows as they are, written on their way. */
public final class OutputlookupConverter implements CommandConverter<Outputlookup> {
  @Override
  public void convert(Outputlookup command, PlanBuilder plan) {
    FieldName key = command.keyField();
    if (key == null) {
      FileRows.write(command.output(), Optional.empty(), false, plan);
      return;
    }
    LookupDefinition lookup = plan.context().tables().lookup(command.output().file().name());
    String name = key.name();
    if (lookup != null && lookup.collection() && !name.equals("_key")) {
      // The key of a collection's row is a field of its own.
      plan.assign("_key", plan.field(key));
      name = "_key";
    } else if (plan.indexOf(name) < 0) {
      plan.assign(name, plan.field(key));
    }
    FileRows.write(command.output(), Optional.of(plan.indexOf(name)), command.allowUpdates(), plan);
  }
}
