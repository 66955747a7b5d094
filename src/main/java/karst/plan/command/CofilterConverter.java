package karst.plan.command;

import java.util.List;
import karst.command.Cofilter;
import karst.plan.ColumnPlanner;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.rel.SharedItems;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code cofilter}. */
public final class CofilterConverter implements CommandConverter<Cofilter> {
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              new Column("Item 1", SplType.STRING),
              new Column("Item 1 user count", SplType.NUMBER),
              new Column("Item 2", SplType.STRING),
              new Column("Item 2 user count", SplType.NUMBER),
              new Column("Pair count", SplType.NUMBER)));

  @Override
  public void convert(Cofilter command, PlanBuilder plan) {
    ColumnPlanner planner = new ColumnPlanner(plan);
    int user = planner.position(command.fields().get(0));
    plan.transform(new SharedItems(user, planner.position(command.fields().get(1))), SCHEMA);
  }
}
