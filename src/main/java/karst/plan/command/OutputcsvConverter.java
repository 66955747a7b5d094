package karst.plan.command;

import java.util.Optional;
import karst.command.Outputcsv;
import karst.plan.CommandConverter;
import karst.plan.FileRows;
import karst.plan.PlanBuilder;

/** Plans {@code outputcsv}: the rows as they are, written on their way. */
public final class OutputcsvConverter implements CommandConverter<Outputcsv> {
  @Override
  public void convert(Outputcsv command, PlanBuilder plan) {
    FileRows.write(command.output(), Optional.empty(), false, plan);
  }
}
