package karst.plan.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;
import karst.command.Gauge;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.type.Numbers;
import org.apache.calcite.rex.RexNode;

/** Plans {@code gauge}: a projection of the first row. */
public final class GaugeConverter implements CommandConverter<Gauge> {
  @Override
  public void convert(Gauge command, PlanBuilder plan) {
    List<RexNode> values = new ArrayList<>(List.of(value(command.value(), plan)));
    List<String> names = new ArrayList<>(List.of("x"));
    for (FieldName bound : command.ranges()) {
      values.add(value(bound, plan));
      names.add("y" + (names.size()));
    }
    plan.limit(1);
    plan.project(values, names);
  }

  private static RexNode value(FieldName word, PlanBuilder plan) {
    double number = Numbers.parseOrNaN(word.name());
    return Double.isFinite(number)
        ? plan.context().number(BigDecimal.valueOf(number))
        : plan.field(word);
  }
}
