package karst.plan.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.ast.FieldName;
import karst.command.Foreach;
import karst.plan.CommandConverter;
import karst.plan.FieldPattern;
import karst.plan.ForeachValue;
import karst.plan.PlanBuilder;
import karst.plan.PlanTemplate;

/**
 * Plans {@code foreach}: its template is text, which is parsed and planned anew for each field that
 * there is, or for each value.
 */
public final class ForeachConverter implements CommandConverter<Foreach> {
  @Override
  public void convert(Foreach command, PlanBuilder plan) {
    switch (command.mode()) {
      case MULTIFIELD -> eachField(command, plan);
      case MULTIVALUE, JSON_ARRAY, AUTO_COLLECTIONS -> new ForeachValue(command, plan).convert();
    }
  }

  private static void eachField(Foreach command, PlanBuilder plan) {
    PlanTemplate template = new PlanTemplate(plan, command.templateSpan());
    matches(command, plan)
        .forEach(
            (field, stars) ->
                template.plan("foreach " + field, substituted(command, field, stars)));
  }

  /** The fields are those that there are before the first template runs. */
  private static Map<String, List<String>> matches(Foreach command, PlanBuilder plan) {
    Map<String, List<String>> matches = new LinkedHashMap<>();
    for (FieldName field : command.fields()) {
      List<Integer> columns = plan.matching(field);
      if (columns.isEmpty() && !field.hasWildcard()) {
        plan.context().unknownField(field.name(), field.span(), plan);
      }
      for (int column : columns) {
        String name = plan.names().get(column);
        List<String> stars = FieldPattern.of(field.name()).match(name);
        matches.putIfAbsent(name, stars == null ? new ArrayList<>() : stars);
      }
    }
    return matches;
  }

  private static String substituted(Foreach command, String field, List<String> stars) {
    Foreach.Places places = command.places();
    String text = command.template().replace(places.field(), field);
    text = text.replace(places.match(), String.join("", stars));
    for (int i = 0; i < places.segments().size(); i++) {
      text = text.replace(places.segments().get(i), i < stars.size() ? stars.get(i) : "");
    }
    return text;
  }
}
