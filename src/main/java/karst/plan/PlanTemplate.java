package karst.plan;

import karst.ast.Pipeline;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.Span;

/** Goes on from a plan by commands that are made as text while the search is planned. */
public final class PlanTemplate {
  private final PlanBuilder plan;
  private final Span span;

  /**
   * Creates a template that goes on from a plan.
   *
   * @param span where the text comes from in the search
   */
  public PlanTemplate(PlanBuilder plan, Span span) {
    this.plan = plan;
    this.span = span;
  }

  /**
   * Plans the commands of a text.
   *
   * @param name what made the text, for messages about it
   * @throws karst.source.SplException if the text is wrong
   */
  public void plan(String name, String text) {
    SourceMap source = source(name, text);
    Pipeline pipeline = plan.context().stages().parse(source);
    Diagnostics found = new Diagnostics(source);
    PlanBuilder start = new PlanBuilder(plan.context().withDiagnostics(found));
    if (plan.hasRows()) {
      start.set(plan.node());
    }
    if (plan.isOpen()) {
      start.markOpen();
    }
    PlanBuilder planned = plan.context().stages().plan(pipeline, start);
    plan.set(planned.node());
    if (planned.isOpen()) {
      plan.markOpen();
    }
    found.all().forEach(diagnostic -> plan.context().diagnostics().add(diagnostic, span));
  }

  /** Returns commands as text that is read as such, not as search terms. */
  static SourceMap source(String name, String text) {
    String commands = text.stripLeading().startsWith("|") ? text : "| " + text.stripLeading();
    return SourceMap.identity(SourceText.of("<" + name + ">", commands));
  }
}
