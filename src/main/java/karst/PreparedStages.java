package karst;

import java.util.ArrayList;
import java.util.List;
import karst.plan.StageRows;
import karst.source.Diagnostic;
import karst.source.Diagnostics;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/** The stages of a search that is only prepared: none is run, their plans are kept for explain. */
final class PreparedStages extends CompilerStages {
  private final Diagnostics diagnostics;
  private final List<RelNode> plans = new ArrayList<>();

  PreparedStages(Compiler compiler, Diagnostics diagnostics) {
    super(compiler);
    this.diagnostics = diagnostics;
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
