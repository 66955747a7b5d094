package karst.plan;

import karst.ast.Pipeline;
import karst.plan.rel.RowLimit;
import karst.plan.rel.Transform;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;

/** Plans a pipeline in brackets whose rows are combined with others. */
public final class Subpipeline {
  private Subpipeline() {}

  /**
   * Returns the plan of a subsearch, of which no more than some rows count; a run that has more
   * warns of it.
   *
   * @param command the command that it is a part of
   */
  public static PlanBuilder plan(
      Pipeline pipeline, long maxRows, String command, PlanContext context) {
    PlanBuilder plan = context.stages().plan(pipeline, context);
    limit(plan, maxRows, command, pipeline.span());
    return plan;
  }

  /** Keeps the first rows of a plan; a run that has more warns of it. */
  public static void limit(PlanBuilder plan, long maxRows, String command, Span span) {
    Diagnostic warning =
        Diagnostic.warning(
                DiagnosticCode.ROW_LIMIT,
                "the subsearch of `"
                    + command
                    + "` has more than "
                    + maxRows
                    + " rows: the rest is left out, as Splunk does")
            .at(plan.context().diagnostics().map(), span);
    plan.set(Transform.create(plan.node(), new RowLimit(maxRows, warning)));
  }
}
