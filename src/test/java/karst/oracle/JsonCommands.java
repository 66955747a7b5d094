package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import karst.command.Fromjson;
import karst.command.Spath;
import karst.command.Tojson;
import karst.type.JsonPath;
import karst.type.JsonValue;
import karst.type.Numbers;
import karst.type.XmlElement;
import org.jspecify.annotations.Nullable;

/** The commands that read and write JSON (spl-semantics §6.1). */
final class JsonCommands {
  private JsonCommands() {}

  static Rows spath(Spath command, Rows rows) {
    String path = command.path();
    Function<String, Map<String, List<String>>> fields =
        path == null ? JsonCommands::leaves : text -> Map.of(command.output(), at(text, path));
    Rows extracted = extracted(command.input().name(), fields, rows);
    return path == null ? extracted : withColumn(command.output(), extracted);
  }

  static List<String> at(String text, String path) {
    if (text.startsWith("<")) {
      XmlElement root = XmlElement.parse(text);
      return root == null ? List.of() : root.find(path);
    }
    JsonValue json = JsonValue.parse(text);
    return json == null
        ? List.of()
        : JsonPath.parse(path).find(json).stream().map(JsonValue::asText).toList();
  }

  private static Map<String, List<String>> leaves(String text) {
    Map<String, List<String>> leaves = new LinkedHashMap<>();
    BiConsumer<String, String> add =
        (path, value) -> leaves.computeIfAbsent(path, key -> new ArrayList<>()).add(value);
    JsonValue json = JsonValue.parse(text);
    XmlElement xml = json == null ? XmlElement.parse(text) : null;
    if (xml != null) {
      xml.leaves(add);
    } else if (json != null) {
      leaves("", json, add);
    }
    leaves.remove("");
    return leaves;
  }

  private static void leaves(String path, JsonValue value, BiConsumer<String, String> out) {
    if (value instanceof JsonValue.Members object) {
      object
          .members()
          .forEach((key, inner) -> leaves(path.isEmpty() ? key : path + "." + key, inner, out));
    } else if (value instanceof JsonValue.Array array) {
      array.elements().forEach(element -> leaves(path + "{}", element, out));
    } else {
      out.accept(path, value.asText());
    }
  }

  static Rows fromjson(Fromjson command, Rows rows) {
    return extracted(
        command.field().name(),
        text -> {
          Map<String, List<String>> fields = new LinkedHashMap<>();
          if (JsonValue.parse(text) instanceof JsonValue.Members object) {
            object
                .members()
                .forEach((key, value) -> fields.put(command.prefix() + key, members(value)));
          }
          return fields;
        },
        rows);
  }

  private static List<String> members(JsonValue value) {
    if (value instanceof JsonValue.Array array) {
      return array.elements().stream().map(JsonValue::asText).toList();
    }
    return value instanceof JsonValue.Null ? List.of() : List.of(value.asText());
  }

  /** A field without values stays. */
  private static Rows extracted(
      String input, Function<String, Map<String, List<String>>> fields, Rows rows) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    Rows extracted =
        rows.map(
            columns,
            row -> {
              String text = Values.text(row.get(input));
              if (text != null) {
                fields
                    .apply(text)
                    .forEach(
                        (name, values) -> {
                          if (!values.isEmpty()) {
                            row.put(name, Values.of(values));
                            columns.add(name);
                          }
                        });
              }
              return row;
            });
    return new Rows(columns, extracted.all());
  }

  private static Rows withColumn(String name, Rows rows) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.add(name);
    return new Rows(columns, rows.all());
  }

  static Rows tojson(Tojson command, Rows rows) {
    Map<String, Tojson.Type> types = new LinkedHashMap<>();
    for (String column : rows.columns()) {
      if (command.fields().isEmpty()
          && (command.includeInternal() || !FieldNames.isInternal(column))) {
        types.put(column, command.defaultType());
      }
    }
    for (Tojson.Member member : command.fields()) {
      rows.columns().stream()
          .filter(column -> FieldNames.matches(member.field().name(), column))
          .forEach(column -> types.put(column, member.type()));
    }
    return withColumn(
        command.output(),
        rows.map(
            rows.columns(),
            row -> {
              Map<String, JsonValue> members = new LinkedHashMap<>();
              types.forEach((name, type) -> put(name, type, row.get(name), command, members));
              row.put(command.output(), new JsonValue.Members(members).toJson());
              return row;
            }));
  }

  private static void put(
      String name,
      Tojson.Type type,
      @Nullable Object value,
      Tojson command,
      Map<String, JsonValue> members) {
    List<JsonValue> values = new ArrayList<>();
    for (String text : Values.texts(value)) {
      JsonValue written = written(text, type);
      if (written != null) {
        values.add(written);
      }
    }
    if (values.isEmpty() && command.fillNull()) {
      members.put(name, new JsonValue.Null());
    } else if (!values.isEmpty()) {
      members.put(name, values.size() > 1 ? new JsonValue.Array(values) : values.get(0));
    }
  }

  private static @Nullable JsonValue written(String text, Tojson.Type type) {
    JsonValue json = JsonValue.parse(text);
    return switch (type) {
      case AUTO -> json == null || json instanceof JsonValue.Text ? new JsonValue.Text(text) : json;
      case STR -> new JsonValue.Text(text);
      case JSON -> json;
      case NONE -> null;
      case NUM ->
          json instanceof JsonValue.Number
              ? json
              : Numbers.isNumber(text) && Double.isFinite(Numbers.parse(text))
                  ? new JsonValue.Number(Numbers.format(Numbers.parse(text)))
                  : null;
      case BOOL ->
          text.matches("(?i)true|t|1|yes")
              ? new JsonValue.Truth(true)
              : text.matches("(?i)false|f|0|no") ? new JsonValue.Truth(false) : null;
    };
  }
}
