package karst.plan.command;

import java.time.ZoneId;
import karst.command.Gentimes;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.TableSource;
import karst.source.DiagnosticCode;
import karst.table.MemoryTable;
import karst.table.MemoryTableBuilder;
import karst.type.SplType;
import karst.type.TimeFormat;
import karst.type.TimeModifier;

/** Plans {@code gentimes}: the scan of a table in memory that is made for it. */
public final class GentimesConverter implements CommandConverter<Gentimes> {
  private static final TimeFormat HUMAN = TimeFormat.compile("%a %b %d %H:%M:%S %Y");
  private static final int MAX_ROWS = 100_000;

  @Override
  public void convert(Gentimes command, PlanBuilder plan) {
    PlanContext context = plan.context();
    ZoneId zone = context.zone();
    double start = time(command.start(), context);
    double end = command.end() == null ? time("0", context) : time(command.end(), context);
    TimeModifier step = TimeModifier.parse("+" + command.increment());
    MemoryTableBuilder table = MemoryTable.builder("gentimes");
    table.column("starttime", SplType.NUMBER).column("starthuman", SplType.STRING);
    table.column("endtime", SplType.NUMBER).column("endhuman", SplType.STRING);
    int rows = 0;
    for (double from = start; from < end; from = step.apply(from, zone)) {
      if (++rows > MAX_ROWS) {
        context.error(
            DiagnosticCode.ROW_LIMIT, command.span(), "these are more than 100,000 time ranges");
        break;
      }
      double to = step.apply(from, zone) - 1;
      table.row(from, HUMAN.format(from, zone), to, HUMAN.format(to, zone));
    }
    new TableSource(plan).scan(table.build(), command.span());
  }

  private static double time(String bound, PlanContext context) {
    return TimeModifier.parse(Gentimes.modifier(bound)).apply(context.now(), context.zone());
  }
}
