package karst.plan.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.command.Tags;
import karst.function.library.EventTextFunctions;
import karst.model.EventType;
import karst.plan.CommandConverter;
import karst.plan.EventTypes;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.ScalarOperator;
import org.apache.calcite.rex.RexNode;

/**
 * Plans {@code tags}: a projection. Event types alone have tags; a row in which no field says its
 * own is looked at as {@code typer} does.
 */
public final class TagsConverter implements CommandConverter<Tags> {
  @Override
  public void convert(Tags command, PlanBuilder plan) {
    boolean wanted =
        command.fields().isEmpty()
            || command.fields().stream().anyMatch(field -> field.name().equals(EventTypes.FIELD));
    if (!wanted) {
      return;
    }
    List<EventType> types = plan.context().tables().mappings().eventTypes();
    RexNode found = EventTypes.names(types, plan);
    RexNode known = plan.find(EventTypes.FIELD);
    RexNode names = known == null ? found : plan.context().firstPresent(List.of(known, found));
    RexNode tags = tags(command, types, names, plan.context());
    Map<String, RexNode> values = new LinkedHashMap<>();
    String output = command.output();
    if (output != null) {
      values.put(output, tags);
    } else {
      values.put("tag", tags);
      values.put("tag::" + EventTypes.FIELD, tags);
    }
    plan.assign(values);
  }

  private static RexNode tags(
      Tags command, List<EventType> types, RexNode names, PlanContext context) {
    List<RexNode> operands = new ArrayList<>(List.of(names));
    for (EventType type : types) {
      String prefix =
          command.output() == null
              ? ""
              : (command.includesName() ? EventTypes.FIELD + "::" : "")
                  + (command.includesValue() ? type.name() + "::" : "");
      for (String tag : type.tags()) {
        operands.add(context.text(type.name()));
        operands.add(context.text(prefix + tag));
      }
    }
    return context.rex().makeCall(ScalarOperator.of(EventTextFunctions.ENTRIES), operands);
  }
}
