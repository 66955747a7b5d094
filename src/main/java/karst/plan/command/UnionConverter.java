package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.command.Union;
import karst.plan.CommandConverter;
import karst.plan.FromSource;
import karst.plan.PlanBuilder;
import karst.plan.RowSets;
import karst.plan.Subpipeline;

/** Plans {@code union}: the rows so far, then those of each dataset in turn. */
public final class UnionConverter implements CommandConverter<Union> {
  @Override
  public void convert(Union command, PlanBuilder plan) {
    List<PlanBuilder> datasets = new ArrayList<>();
    for (Union.Dataset dataset : command.datasets()) {
      datasets.add(rows(dataset, command, plan));
      plan.context().diagnostics().throwIfErrors();
    }
    if (!plan.hasRows()) {
      PlanBuilder first = datasets.remove(0);
      plan.set(first.node());
      if (first.isOpen()) {
        plan.markOpen();
      }
    }
    RowSets.append(plan, datasets);
  }

  private static PlanBuilder rows(Union.Dataset dataset, Union command, PlanBuilder plan) {
    if (dataset instanceof Union.Dataset.Search search) {
      return Subpipeline.plan(search.pipeline(), command.maxOut(), "union", plan.context());
    }
    PlanBuilder rows = new PlanBuilder(plan.context());
    FromSource.read(((Union.Dataset.Named) dataset).from().source(), rows);
    return rows;
  }
}
