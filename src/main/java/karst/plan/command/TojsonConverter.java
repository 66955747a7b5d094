package karst.plan.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.command.Tojson;
import karst.function.library.RowJsonFunction;
import karst.plan.CommandConverter;
import karst.plan.FieldPattern;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.ScalarOperator;
import org.apache.calcite.rex.RexNode;

/** Plans {@code tojson}: a projection that sets one field. */
public final class TojsonConverter implements CommandConverter<Tojson> {
  @Override
  public void convert(Tojson command, PlanBuilder plan) {
    PlanContext context = plan.context();
    List<RexNode> operands = new ArrayList<>();
    operands.add(context.truth(command.fillNull()));
    members(command, plan)
        .forEach(
            (column, type) -> {
              operands.add(context.text(plan.names().get(column)));
              operands.add(context.text(type.word()));
              operands.add(plan.columns().get(column));
            });
    plan.assign(
        command.output(),
        context.rex().makeCall(ScalarOperator.of(RowJsonFunction.OBJECT), operands));
  }

  private static Map<Integer, Tojson.Type> members(Tojson command, PlanBuilder plan) {
    Map<Integer, Tojson.Type> members = new LinkedHashMap<>();
    if (command.fields().isEmpty()) {
      for (int i = 0; i < plan.names().size(); i++) {
        if (command.includeInternal() || !FieldPattern.isInternal(plan.names().get(i))) {
          members.put(i, command.defaultType());
        }
      }
    }
    for (Tojson.Member member : command.fields()) {
      List<Integer> matching = plan.matching(member.field());
      if (matching.isEmpty() && !member.field().hasWildcard()) {
        plan.context().unknownField(member.field().name(), member.field().span(), plan);
      }
      matching.forEach(column -> members.put(column, member.type()));
    }
    return members;
  }
}
