package karst.plan.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import karst.command.Correlate;
import karst.plan.ColumnPlanner;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.rel.Cooccurrences;
import karst.type.SplType;
import karst.type.ValueOrder;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code correlate}. */
public final class CorrelateConverter implements CommandConverter<Correlate> {
  private static final String ROW_FIELD = "RowField";

  @Override
  public void convert(Correlate command, PlanBuilder plan) {
    List<Integer> compared = new ArrayList<>(new ColumnPlanner(plan).positions(List.of()));
    compared.remove((Integer) plan.indexOf(ROW_FIELD));
    compared.sort(Comparator.comparing(plan.names()::get, ValueOrder.TEXT));
    List<Column> columns = new ArrayList<>(List.of(new Column(ROW_FIELD, SplType.STRING)));
    for (int position : compared) {
      columns.add(new Column(plan.names().get(position), SplType.STRING));
    }
    plan.transform(new Cooccurrences(compared), new Schema(columns));
  }
}
