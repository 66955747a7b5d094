package karst;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Pipeline;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.StageRows;
import karst.plan.Stages;
import karst.source.Diagnostic;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/** The stages of a search that is only prepared: none is run, their plans are kept for explain. */
final class PreparedStages implements Stages {
  private final Compiler compiler;
  private final Diagnostics diagnostics;
  private final List<RelNode> plans = new ArrayList<>();

  PreparedStages(Compiler compiler, Diagnostics diagnostics) {
    this.compiler = compiler;
    this.diagnostics = diagnostics;
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
  public PlanBuilder plan(SourceText search, PlanContext planContext) {
    return compiler.plan(search, planContext);
  }

  @Override
  public PlanBuilder plan(Pipeline pipeline, PlanBuilder start) {
    return compiler.plan(compiler.bind(pipeline, start.context().diagnostics()), start);
  }

  @Override
  public @Nullable StageRows run(RelNode plan) {
    plans.add(plan);
    return null;
  }

  @Override
  public void warn(Diagnostic warning) {
    diagnostics.add(warning);
  }

  /** Returns what must run before the search can be planned for good, in order. */
  List<RelNode> plans() {
    return List.copyOf(plans);
  }
}
