package karst;

import karst.ast.Pipeline;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.Stages;
import karst.source.SourceMap;
import karst.source.SourceText;

/** Stages whose commands a compiler parses, binds and plans; what differs is what a run gives. */
abstract class CompilerStages implements Stages {
  private final Compiler compiler;

  CompilerStages(Compiler compiler) {
    this.compiler = compiler;
  }

  @Override
  public PlanBuilder plan(Pipeline pipeline, PlanContext context) {
    return compiler.plan(pipeline, compiler.bind(pipeline, context.diagnostics()), context);
  }

  @Override
  public Pipeline parse(SourceMap text) {
    return compiler.parse(text);
  }

  @Override
  public PlanBuilder plan(SourceText search, PlanContext context) {
    return compiler.plan(search, context);
  }

  @Override
  public PlanBuilder plan(Pipeline pipeline, PlanBuilder start) {
    return compiler.plan(compiler.bind(pipeline, start.context().diagnostics()), start);
  }
}
