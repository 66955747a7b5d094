package karst.plan.command;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import karst.command.Addinfo;
import karst.function.library.EvalOperators;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import org.apache.calcite.rex.RexNode;

/** Plans {@code addinfo}: a projection of constants; no bound is 0 and {@code +Infinity}. */
public final class AddinfoConverter implements CommandConverter<Addinfo> {
  @Override
  public void convert(Addinfo command, PlanBuilder plan) {
    PlanContext context = plan.context();
    Double earliest = context.range().earliest();
    Double latest = context.range().latest();
    Map<String, RexNode> values = new LinkedHashMap<>();
    values.put(
        "info_min_time", context.number(BigDecimal.valueOf(earliest == null ? 0 : earliest)));
    values.put(
        "info_max_time",
        latest == null ? context.text("+Infinity") : context.number(BigDecimal.valueOf(latest)));
    values.put(
        "info_sid", context.call(EvalOperators.CONCAT, context.startOfRun(), context.text(".1")));
    values.put("info_search_time", context.startOfRun());
    plan.assign(values);
  }
}
