package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;
import karst.command.Dedup;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.SortPlanner;

/** Plans {@code dedup}; {@code sortby} sorts first and so decides which rows stay. */
public final class DedupConverter implements CommandConverter<Dedup> {
  @Override
  public void convert(Dedup command, PlanBuilder plan) {
    if (!command.sortBy().isEmpty()) {
      SortPlanner.sort(plan, command.sortBy(), Long.MAX_VALUE);
    }
    List<Integer> keys = new ArrayList<>();
    for (FieldName field : command.fields()) {
      int index = plan.indexOf(field.name());
      if (index < 0) {
        plan.assign(field.name(), plan.field(field));
        index = plan.indexOf(field.name());
      }
      keys.add(index);
    }
    karst.plan.rel.Dedup.Options options =
        new karst.plan.rel.Dedup.Options(
            command.count(), command.keepEvents(), command.keepEmpty(), command.consecutive());
    plan.set(karst.plan.rel.Dedup.create(plan.node(), keys, options));
  }
}
