package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.command.Mvcombine;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.TypeMapping;
import karst.plan.rel.Combine;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code mvcombine}: nothing where the field does not exist. */
public final class MvcombineConverter implements CommandConverter<Mvcombine> {
  @Override
  public void convert(Mvcombine command, PlanBuilder plan) {
    int column = plan.indexOf(command.field().name());
    if (column < 0) {
      plan.context().unknownField(command.field().name(), command.field().span(), plan);
    } else {
      plan.transform(new Combine(column), withLists(plan, column));
    }
  }

  private static Schema withLists(PlanBuilder plan, int column) {
    List<Column> columns =
        new ArrayList<>(TypeMapping.schemaOf(plan.node().getRowType()).columns());
    columns.set(column, new Column(columns.get(column).name(), SplType.DYNAMIC));
    return new Schema(columns);
  }
}
