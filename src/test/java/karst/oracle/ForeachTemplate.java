package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.Foreach;
import karst.type.JsonValue;
import karst.type.Numbers;

/** The commands that a template becomes. */
record ForeachTemplate(String commands) {
  static List<ForeachTemplate> ofFields(Foreach command, Set<String> columns) {
    List<ForeachTemplate> templates = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (FieldName field : command.fields()) {
      for (String column : columns) {
        List<String> stars = FieldNames.stars(field.name(), column);
        if (stars != null && seen.add(column)) {
          String text =
              command
                  .template()
                  .replace(command.places().field(), column)
                  .replace(command.places().match(), String.join("", stars));
          for (int i = 0; i < 3; i++) {
            String star = i < stars.size() ? stars.get(i) : "";
            text = text.replace(command.places().segments().get(i), star);
          }
          templates.add(of(text));
        }
      }
    }
    return templates;
  }

  static List<ForeachTemplate> ofValues(Foreach command, Map<String, Object> row) {
    List<String> values = Values.texts(row.get(command.fields().get(0).name()));
    JsonValue json = values.isEmpty() ? null : JsonValue.parse(values.get(0));
    if (command.mode() != Foreach.Mode.MULTIVALUE && json instanceof JsonValue.Array array) {
      values = array.elements().stream().map(JsonValue::asText).toList();
    } else if (command.mode() == Foreach.Mode.JSON_ARRAY) {
      values = List.of();
    }
    List<ForeachTemplate> templates = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      templates.add(
          of(
              withValue(command.template(), command.places().item(), values.get(i))
                  .replace(command.places().iteration(), Integer.toString(i))));
    }
    return templates;
  }

  /** Within a text the value is a part of it; bare it is a number or a text of its own. */
  private static String withValue(String template, String place, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
    // What a number is written like stays: 007 is not 7.
    boolean plain = Numbers.isNumber(value) && Numbers.format(Numbers.parse(value)).equals(value);
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < template.length(); i++) {
      if (template.startsWith(place, i)) {
        text.append(quoted ? escaped : plain ? value : "\"" + escaped + "\"");
        i += place.length() - 1;
      } else {
        boolean sign = template.charAt(i) == '"' && (i == 0 || template.charAt(i - 1) != '\\');
        quoted ^= sign;
        text.append(template.charAt(i));
      }
    }
    return text.toString();
  }

  private static ForeachTemplate of(String text) {
    return new ForeachTemplate(text.strip().startsWith("|") ? text : "| " + text);
  }
}
