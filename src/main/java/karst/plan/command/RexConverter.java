package karst.plan.command;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.command.Rex;
import karst.function.library.ExtractionFunctions;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.type.SplRegex;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Plans {@code rex}: one projection, in which each group of the regular expression sets its field;
 * where the group has no match the field stays as it is.
 */
public final class RexConverter implements CommandConverter<Rex> {
  @Override
  public void convert(Rex command, PlanBuilder plan) {
    PlanContext context = plan.context();
    RexNode field = plan.field(command.field());
    RexNode text = context.text(command.text());
    switch (command.mode()) {
      case EXTRACT -> extract(command, field, text, plan);
      case SED -> {
        if (plan.indexOf(command.field().name()) >= 0) {
          plan.assign(command.field().name(), context.call(ExtractionFunctions.SED, field, text));
        }
      }
    }
  }

  private static void extract(Rex command, RexNode field, RexNode regex, PlanBuilder plan) {
    PlanContext context = plan.context();
    RexNode limit = context.number(BigDecimal.valueOf(command.maxMatch()));
    Map<String, RexNode> values = new LinkedHashMap<>();
    for (String group : SplRegex.compile(command.text()).groupNames()) {
      RexNode name = context.text(group);
      RexNode found =
          command.maxMatch() == 1
              ? context.call(ExtractionFunctions.FIRST_GROUP, field, regex, name)
              : context.call(ExtractionFunctions.GROUPS, field, regex, name, limit);
      values.put(group, orAsBefore(found, plan.find(group), context));
    }
    String offsets = command.offsetField();
    if (offsets != null) {
      RexNode places = context.call(ExtractionFunctions.OFFSETS, field, regex, limit);
      values.put(offsets, orAsBefore(places, plan.find(offsets), context));
    }
    plan.assign(values);
  }

  private static RexNode orAsBefore(RexNode found, @Nullable RexNode before, PlanContext context) {
    return before == null ? found : context.firstPresent(List.of(found, before));
  }
}
