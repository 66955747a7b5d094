package karst.plan;

import karst.ast.Pipeline;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/** Runs a subsearch for the text that its rows become where it stands (spl-semantics §2.10). */
public final class Subsearch {
  /** More rows than this say nothing (spl-semantics §2.10). */
  private static final int MAX_ROWS = 10_000;

  private final PlanContext context;

  /** Creates a runner of the subsearches of one search. */
  public Subsearch(PlanContext context) {
    this.context = context;
  }

  /**
   * Returns the text that takes a subsearch's place.
   *
   * @param span where the subsearch stands
   * @return null while the search is only prepared
   */
  public @Nullable String text(Pipeline pipeline, Span span) {
    PlanBuilder plan = context.stages().plan(pipeline, context);
    plan.limit(MAX_ROWS + 1L);
    StageRows rows = plan.run();
    return rows == null ? null : SubsearchText.inserted(first(rows, span));
  }

  /** Returns a text made by subsearches as one that can be parsed, and spoken of in messages. */
  static SourceMap source(String text) {
    return SourceMap.identity(SourceText.of("<result of the subsearch>", text));
  }

  private StageRows first(StageRows rows, Span span) {
    if (rows.rowCount() <= MAX_ROWS) {
      return rows;
    }
    context
        .stages()
        .warn(
            Diagnostic.warning(
                    DiagnosticCode.ROW_LIMIT,
                    "the subsearch has more than "
                        + MAX_ROWS
                        + " rows: the rest is left out, as Splunk does")
                .at(context.diagnostics().map(), span));
    return rows.first(MAX_ROWS);
  }
}
