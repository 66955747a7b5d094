package karst.plan.command;

import java.util.List;
import karst.command.Timewrap;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.StageRows;
import karst.plan.WrappedPeriods;
import karst.source.DiagnosticCode;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code timewrap}: times make the columns, so the rows so far are run first. */
public final class TimewrapConverter implements CommandConverter<Timewrap> {
  @Override
  public void convert(Timewrap command, PlanBuilder plan) {
    if (plan.indexOf("_time") < 0 && !plan.isOpen()) {
      plan.context()
          .error(
              DiagnosticCode.UNKNOWN_FIELD, command.span(), "`timewrap` needs the field `_time`");
      return;
    }
    StageRows rows = plan.run();
    if (rows == null) {
      plan.resumeUnknown(new Schema(List.of(new Column("_time", SplType.TIME))));
      return;
    }
    plan.resume(new WrappedPeriods(command, plan.context()).of(rows));
  }
}
