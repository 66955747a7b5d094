package karst;

import java.util.ArrayList;
import java.util.List;
import karst.exec.MemoryBudget;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.plan.StageRows;
import karst.source.Diagnostic;
import karst.vector.Batch;
import karst.vector.Vector;
import org.apache.calcite.rel.RelNode;

/** The stages of a search that runs: each is run when planning asks for its rows. */
final class RunningStages extends CompilerStages {
  private final Compiler compiler;
  private final RunContext context;
  private final MemoryBudget.Account memory;
  private long held;

  RunningStages(Compiler compiler, RunContext context) {
    super(compiler);
    this.compiler = compiler;
    this.context = context;
    this.memory = context.memory().open("the rows of an earlier stage");
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
