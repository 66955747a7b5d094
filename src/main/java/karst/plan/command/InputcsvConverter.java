package karst.plan.command;

import karst.command.Inputcsv;
import karst.plan.CommandConverter;
import karst.plan.FileRows;
import karst.plan.PlanBuilder;

/** Plans {@code inputcsv}: a file's rows, filtered, a part of them. */
public final class InputcsvConverter implements CommandConverter<Inputcsv> {
  @Override
  public void convert(Inputcsv command, PlanBuilder plan) {
    FileRows.read(command.rows(), plan);
  }
}
