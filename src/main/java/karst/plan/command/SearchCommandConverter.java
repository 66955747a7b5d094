package karst.plan.command;

import karst.command.Search;
import karst.plan.CommandConverter;
import karst.plan.EventSearch;
import karst.plan.PlanBuilder;
import karst.plan.SearchConverter;

/** Plans {@code search}: a filter by a two-valued condition, as the first command over events. */
public final class SearchCommandConverter implements CommandConverter<Search> {
  @Override
  public void convert(Search command, PlanBuilder plan) {
    plan.searched(command.term());
    if (plan.hasRows()) {
      plan.filter(new SearchConverter(plan.context(), plan).convert(command.term()));
    } else {
      new EventSearch(plan).scan(command.term(), command.span());
    }
  }
}
