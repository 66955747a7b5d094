package karst.plan.command;

import karst.ast.Argument;
import karst.command.Eval;
import karst.plan.CommandConverter;
import karst.plan.ExpressionConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.source.DiagnosticCode;

/** Plans {@code eval}: a projection for each assignment, so that later ones see earlier ones. */
public final class EvalConverter implements CommandConverter<Eval> {
  @Override
  public void convert(Eval command, PlanBuilder plan) {
    PlanContext context = plan.context();
    for (Argument.Assignment assignment : command.assignments()) {
      String target = assignment.target().name();
      if (target.indexOf('{') >= 0 && target.indexOf('}') > target.indexOf('{') + 1) {
        context.error(
            DiagnosticCode.UNSUPPORTED,
            assignment.target().span(),
            "a field whose name comes from another field is not supported yet");
        return;
      }
      plan.assign(target, new ExpressionConverter(context, plan).value(assignment.expression()));
    }
  }
}
