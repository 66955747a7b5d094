package karst;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Pipeline;
import karst.exec.MemoryBudget;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.StageRows;
import karst.plan.Stages;
import karst.source.Diagnostic;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.vector.Batch;
import karst.vector.Vector;
import org.apache.calcite.rel.RelNode;

/** The stages of a search that runs: each is run when planning asks for its rows. */
final class RunningStages implements Stages {
  private final Compiler compiler;
  private final RunContext context;
  private final MemoryBudget.Account memory;
  private long held;

  RunningStages(Compiler compiler, RunContext context) {
    this.compiler = compiler;
    this.context = context;
    this.memory = context.memory().open("the rows of an earlier stage");
  }

  @Override
  public PlanBuilder plan(Pipeline pipeline, PlanContext planContext) {
    return compiler.plan(pipeline, compiler.bind(pipeline, planContext.diagnostics()), planContext);
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
  public StageRows run(RelNode plan) {
    PhysicalNode physical = compiler.physical(plan);
    List<Batch> batches = new ArrayList<>();
    try (Operator operator = physical.open(context)) {
      for (Batch batch = operator.next(); batch != null; batch = operator.next()) {
        context.checkpoint();
        // Operators that pass batches on do not mind what the columns are called.
        Batch packed = Batch.of(physical.schema(), batch.packed().vectors(), batch.rowCount());
        batches.add(packed);
        held += packed.vectors().stream().mapToLong(Vector::bytes).sum();
        memory.set(held);
      }
    }
    return new StageRows(physical.schema(), batches);
  }

  @Override
  public void warn(Diagnostic warning) {
    context.report(warning);
  }
}
