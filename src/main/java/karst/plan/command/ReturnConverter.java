package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.command.Return;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.rel.ReturnValues;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code return}: one row of one field. */
public final class ReturnConverter implements CommandConverter<Return> {
  private static final Schema TEXT = new Schema(List.of(new Column("search", SplType.STRING)));

  @Override
  public void convert(Return command, PlanBuilder plan) {
    List<ReturnValues.Item> items = new ArrayList<>();
    for (Return.Item item : command.items()) {
      int column = plan.indexOf(item.field().name());
      if (column < 0) {
        plan.context().unknownField(item.field().name(), item.field().span(), plan);
      } else {
        items.add(new ReturnValues.Item(column, item.name()));
      }
    }
    plan.transform(new ReturnValues(command.count(), items), TEXT);
  }
}
