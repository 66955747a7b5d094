package karst.plan;

import java.util.function.BiFunction;
import karst.ast.Pipeline;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.Span;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Replaces a subsearch by what its rows say, as text that is parsed in its place. */
final class Subsearch {
  /** More rows than this say nothing (spl-semantics §2.10). */
  private static final int MAX_ROWS = 10_000;

  private final PlanContext context;

  Subsearch(PlanContext context) {
    this.context = context;
  }

  /**
   * Returns what takes a subsearch's place.
   *
   * @param convert parses a text and makes a row expression of it
   * @return null while the search is only prepared
   */
  @Nullable RexNode convert(
      Pipeline pipeline, Span span, BiFunction<PlanContext, SourceMap, RexNode> convert) {
    PlanBuilder plan = context.stages().plan(pipeline, context);
    plan.limit(MAX_ROWS + 1L);
    StageRows rows = plan.run();
    if (rows == null) {
      return null;
    }
    String text = SubsearchText.of(first(rows, span), SubsearchText.Words.STANDARD);
    SourceMap source = SourceMap.identity(SourceText.of("<result of the subsearch>", text));
    Diagnostics found = new Diagnostics(source);
    RexNode node = convert.apply(context.withDiagnostics(found), source);
    found.all().forEach(diagnostic -> context.diagnostics().add(diagnostic, span));
    return node;
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
