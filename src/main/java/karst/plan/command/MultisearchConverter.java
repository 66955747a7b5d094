package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import karst.ast.Pipeline;
import karst.ast.RawCommand;
import karst.command.Multisearch;
import karst.plan.CommandConverter;
import karst.plan.OrderKey;
import karst.plan.PlanBuilder;
import karst.plan.RowSets;
import karst.plan.SortOrder;
import karst.plan.rel.SplSort;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;

/**
 * Plans {@code multisearch}: a union in the order of events, the youngest first; among rows of one
 * time those of an earlier search come first.
 */
public final class MultisearchConverter implements CommandConverter<Multisearch> {
  /** Commands that need more than one row at a time and so cannot run inside. */
  private static final Set<String> NOT_STREAMING =
      Set.of(
          "append",
          "appendcols",
          "appendpipe",
          "chart",
          "dedup",
          "eventstats",
          "head",
          "join",
          "rare",
          "reverse",
          "sort",
          "stats",
          "streamstats",
          "table",
          "tail",
          "timechart",
          "top",
          "transaction",
          "transpose",
          "tstats",
          "xyseries");

  @Override
  public void convert(Multisearch command, PlanBuilder plan) {
    List<PlanBuilder> searches = new ArrayList<>();
    for (Pipeline pipeline : command.subsearches()) {
      checkStreaming(pipeline, plan);
      searches.add(plan.context().stages().plan(pipeline, plan.context()));
    }
    plan.set(searches.get(0).node());
    RowSets.append(plan, searches.subList(1, searches.size()));
    if (searches.get(0).isOpen()) {
      plan.markOpen();
    }
    int time = plan.indexOf("_time");
    if (time >= 0) {
      plan.set(
          SplSort.create(plan.node(), List.of(new OrderKey(time, true, SortOrder.NUMERIC)), null));
    }
  }

  private static void checkStreaming(Pipeline pipeline, PlanBuilder plan) {
    for (RawCommand command : pipeline.commands()) {
      if (NOT_STREAMING.contains(command.name())) {
        plan.context()
            .diagnostics()
            .add(
                Diagnostic.error(
                        DiagnosticCode.ARGUMENT,
                        "`"
                            + command.name()
                            + "` cannot stand in `multisearch`, whose searches take row by row")
                    .hint("put it behind `multisearch`, or use `append` or `union`"),
                command.nameSpan());
      }
    }
    plan.context().diagnostics().throwIfErrors();
  }
}
