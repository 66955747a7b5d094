package karst.plan.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import karst.command.Abstract;
import karst.function.library.EventTextFunctions;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.ScalarOperator;
import org.apache.calcite.rex.RexNode;

/** Plans {@code abstract}: a projection that knows what was searched for. */
public final class AbstractConverter implements CommandConverter<Abstract> {
  private static final String TEXT = "_raw";

  @Override
  public void convert(Abstract command, PlanBuilder plan) {
    PlanContext context = plan.context();
    RexNode text = plan.find(TEXT);
    if (text == null) {
      context.unknownField(TEXT, command.span(), plan);
      return;
    }
    List<RexNode> operands = new ArrayList<>(List.of(text));
    operands.add(context.number(BigDecimal.valueOf(command.maxLines())));
    plan.searchWords().stream()
        .limit(command.maxTerms())
        .forEach(word -> operands.add(context.text(word)));
    plan.assign(
        TEXT, context.rex().makeCall(ScalarOperator.of(EventTextFunctions.ABSTRACT), operands));
  }
}
