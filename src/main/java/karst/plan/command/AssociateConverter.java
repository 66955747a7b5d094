package karst.plan.command;

import java.util.List;
import karst.command.Associate;
import karst.plan.ColumnPlanner;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.rel.Associations;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code associate}. */
public final class AssociateConverter implements CommandConverter<Associate> {
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              new Column("Reference_Key", SplType.STRING),
              new Column("Reference_Value", SplType.STRING),
              new Column("Target_Key", SplType.STRING),
              new Column("Unconditional_Entropy", SplType.STRING),
              new Column("Conditional_Entropy", SplType.STRING),
              new Column("Entropy_Improvement", SplType.STRING),
              new Column("Description", SplType.STRING),
              new Column("Support", SplType.STRING)));

  @Override
  public void convert(Associate command, PlanBuilder plan) {
    List<Integer> columns = new ColumnPlanner(plan).positions(command.fields());
    plan.transform(
        new Associations(
            columns, command.supportCount(), command.supportPart(), command.improvement()),
        SCHEMA);
  }
}
