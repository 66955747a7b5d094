package karst.plan.command;

import java.util.List;
import karst.command.Localize;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.rel.TimeRegions;
import karst.source.DiagnosticCode;
import karst.type.SplType;
import karst.type.TimeSpan;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code localize}: rows of two columns. */
public final class LocalizeConverter implements CommandConverter<Localize> {
  private static final Schema COLUMNS =
      new Schema(
          List.of(new Column("starttime", SplType.NUMBER), new Column("endtime", SplType.NUMBER)));

  @Override
  public void convert(Localize command, PlanBuilder plan) {
    int time = plan.indexOf("_time");
    if (time >= 0) {
      plan.transform(
          new TimeRegions(
              time,
              TimeSpan.parse(command.maxPause()).seconds(),
              TimeSpan.parse(command.timeBefore()).seconds(),
              TimeSpan.parse(command.timeAfter()).seconds()),
          COLUMNS);
    } else if (plan.isOpen()) {
      plan.resumeUnknown(COLUMNS);
    } else {
      plan.context()
          .error(
              DiagnosticCode.UNKNOWN_FIELD, command.span(), "`localize` needs the field `_time`");
    }
  }
}
