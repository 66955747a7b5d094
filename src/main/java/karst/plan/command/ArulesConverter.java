package karst.plan.command;

import java.util.List;
import karst.command.Arules;
import karst.plan.ColumnPlanner;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.rel.Rules;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code arules}. */
public final class ArulesConverter implements CommandConverter<Arules> {
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              new Column("Given fields", SplType.STRING),
              new Column("Implied fields", SplType.STRING),
              new Column("Strength", SplType.NUMBER),
              new Column("Given fields support", SplType.NUMBER),
              new Column("Implied fields support", SplType.NUMBER)));

  @Override
  public void convert(Arules command, PlanBuilder plan) {
    List<Integer> columns = new ColumnPlanner(plan).positions(command.fields());
    plan.transform(new Rules(columns, command.support(), command.confidence()), SCHEMA);
  }
}
