package karst.plan.command;

import karst.command.Search;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.SearchConverter;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;

/** Plans {@code search}: a filter by a two-valued condition. */
public final class SearchCommandConverter implements CommandConverter<Search> {
  @Override
  public void convert(Search command, PlanBuilder plan) {
    if (!plan.hasRows()) {
      plan.context()
          .diagnostics()
          .add(
              Diagnostic.error(
                      DiagnosticCode.UNSUPPORTED,
                      "a search of raw events needs an event source, and there is none yet")
                  .hint("begin with a table: | from NAME, or | tstats ... from datamodel=..."),
              command.span());
      return;
    }
    plan.filter(new SearchConverter(plan.context(), plan).convert(command.term()));
  }
}
