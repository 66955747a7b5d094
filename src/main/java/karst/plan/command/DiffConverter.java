package karst.plan.command;

import java.util.List;
import karst.command.Diff;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.rel.RowDiff;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code diff}: one row of one text. */
public final class DiffConverter implements CommandConverter<Diff> {
  private static final Schema TEXT = new Schema(List.of(new Column("_raw", SplType.STRING)));

  @Override
  public void convert(Diff command, PlanBuilder plan) {
    String field = command.field().name();
    if (plan.indexOf(field) < 0) {
      plan.context().unknownField(field, command.field().span(), plan);
    }
    plan.limit(Math.max(command.first(), command.second()));
    plan.transform(
        new RowDiff(
            command.first(),
            command.second(),
            plan.indexOf(field),
            command.named() ? plan.indexOf("source") : RowDiff.NO_COLUMN,
            command.named(),
            command.context(),
            command.maxLength() == 0 ? Long.MAX_VALUE : command.maxLength()),
        TEXT);
  }
}
