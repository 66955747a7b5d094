package karst.plan.command;

import java.util.List;
import karst.ast.FieldName;
import karst.command.Strcat;
import karst.function.library.EvalOperators;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import org.apache.calcite.rex.RexNode;

/** Plans {@code strcat}: a projection that joins texts. */
public final class StrcatConverter implements CommandConverter<Strcat> {
  @Override
  public void convert(Strcat command, PlanBuilder plan) {
    PlanContext context = plan.context();
    RexNode empty = context.text("");
    RexNode joined = empty;
    for (Strcat.Source source : command.sources()) {
      RexNode part =
          source.literal()
              ? context.text(source.text())
              : plan.field(new FieldName(source.text(), source.span()));
      if (!source.literal() && !command.allRequired()) {
        part = context.firstPresent(List.of(part, empty));
      }
      joined = joined == empty ? part : context.call(EvalOperators.CONCAT, joined, part);
    }
    if (command.sources().size() == 1) {
      // A lone source is joined to nothing, so that of several values the first counts as well.
      joined = context.call(EvalOperators.CONCAT, joined, empty);
    }
    String target = command.target().name();
    RexNode before = command.allRequired() ? plan.find(target) : null;
    plan.assign(target, before == null ? joined : context.firstPresent(List.of(joined, before)));
  }
}
