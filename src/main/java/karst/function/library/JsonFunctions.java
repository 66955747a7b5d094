package karst.function.library;

import static karst.function.Kernels.text;
import static karst.function.Kernels.truth;
import static karst.function.ScalarFunction.named;
import static karst.type.SplType.BOOLEAN;
import static karst.type.SplType.STRING;
import static karst.type.SplType.multivalue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import karst.function.Compiled;
import karst.function.Kernels;
import karst.function.ListBuilder;
import karst.function.MultivaluePolicy;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.type.JsonPath;
import karst.type.JsonValue;
import org.jspecify.annotations.Nullable;

/** Functions that read JSON; what is no JSON gives null (spl-semantics §3.8). */
final class JsonFunctions {
  private static final Compiled<JsonPath> PATH = new Compiled<>("path", JsonPath::parse);

  static final List<ScalarFunction> ALL =
      List.of(
          named("getfields", "JSON object of the fields of a row, of those that a pattern means")
              .optional("pattern", STRING)
              .returns(STRING)
              .specialForm(),
          named("json", "The text if it is JSON, else null")
              .param("text", STRING)
              .returns(STRING)
              .example("json(\"{}\")", "\"{}\"")
              .example("json(\"[1\")", "null")
              .kernel(text(row -> JsonValue.parse(row.text(0)) == null ? null : row.text(0))),
          named("json_array_to_mv", "Elements of a JSON array as values, quoted if asked")
              .param("json", STRING)
              .optional("quoted", BOOLEAN)
              .returns(multivalue(STRING))
              .example("json_array_to_mv(\"[\\\"a\\\", 1]\")", "[a, 1]")
              .example("json_array_to_mv(\"[\\\"a\\\"]\", true())", "\"\\\"a\\\"\"")
              .kernel(Kernels.values(JsonFunctions::elements)),
          named("json_entries", "Members of a JSON object as an array of keys and values")
              .param("json", STRING)
              .returns(STRING)
              .example(
                  "json_entries(\"{\\\"a\\\": 1}\")",
                  "\"[{\\\"key\\\":\\\"a\\\",\\\"value\\\":1}]\"")
              .kernel(text(row -> ofMembers(row, JsonFunctions::entries))),
          named("json_extract", "Value at a path in JSON; with several paths an array of values")
              .param("json", STRING)
              .rest("path", STRING)
              .returns(STRING)
              .example(
                  "json_extract(\"{\\\"a\\\": {\\\"b\\\": [1, \\\"x\\\"]}}\", \"a.b{1}\")", "x")
              .example("json_extract(\"{\\\"a\\\": 1, \\\"b\\\": 2}\", \"a\", \"b\")", "\"[1,2]\"")
              .example("json_extract(\"{\\\"a\\\": 1}\", \"c\")", "null")
              .kernel(text(row -> extract(row, i -> PATH.of(row, i)))),
          named("json_extract_exact", "Value of a key of a JSON object; several give an array")
              .param("json", STRING)
              .rest("key", STRING)
              .returns(STRING)
              .example("json_extract_exact(\"{\\\"a.b\\\": 1}\", \"a.b\")", "1")
              .kernel(text(row -> extract(row, i -> JsonPath.key(row.text(i))))),
          named("json_has_key_exact", "Whether a JSON object has a key")
              .param("json", STRING)
              .param("key", STRING)
              .returns(BOOLEAN)
              .example("tostring(json_has_key_exact(\"{\\\"a\\\": 1}\", \"a\"))", "True")
              .kernel(
                  truth(
                      row ->
                          JsonValue.parse(row.text(0)) instanceof JsonValue.Members object
                              && object.members().containsKey(row.text(1)))),
          named("json_keys", "Keys of a JSON object as a JSON array")
              .param("json", STRING)
              .returns(STRING)
              .example("json_keys(\"{\\\"a\\\": 1, \\\"b\\\": 2}\")", "\"[\\\"a\\\",\\\"b\\\"]\"")
              .kernel(text(row -> ofMembers(row, JsonFunctions::keys))),
          named("json_valid", "Whether a text is JSON")
              .param("text", STRING)
              .returns(BOOLEAN)
              .example("if(json_valid(\"{}\"), \"yes\", \"no\")", "yes")
              .kernel(truth(row -> JsonValue.parse(row.text(0)) != null)),
          named("spath", "Values at a path in JSON or XML")
              .param("text", STRING)
              .param("path", STRING)
              .returns(multivalue(STRING))
              .example(
                  "spath(\"{\\\"a\\\": [{\\\"b\\\": 1}, {\\\"b\\\": 2}]}\", \"a{}.b\")", "[1, 2]")
              .example("spath(\"<a><b>x</b></a>\", \"a.b\")", "x")
              .multivalue(MultivaluePolicy.FIRST)
              .kernel(Kernels.values((row, out) -> StructuredText.find(row, 0, 1, out))));

  private JsonFunctions() {}

  private static void elements(Row row, ListBuilder out) {
    boolean quoted = row.has(1) && row.elements(1).booleanAt(row.from(1));
    if (JsonValue.parse(row.text(0)) instanceof JsonValue.Array array) {
      array.elements().forEach(value -> out.add(quoted ? value.toJson() : value.asText()));
    }
  }

  private static @Nullable String ofMembers(
      Row row, Function<Map<String, JsonValue>, List<JsonValue>> elements) {
    return JsonValue.parse(row.text(0)) instanceof JsonValue.Members object
        ? new JsonValue.Array(elements.apply(object.members())).toJson()
        : null;
  }

  private static List<JsonValue> keys(Map<String, JsonValue> members) {
    return members.keySet().stream().<JsonValue>map(JsonValue.Text::new).toList();
  }

  private static List<JsonValue> entries(Map<String, JsonValue> members) {
    List<JsonValue> entries = new ArrayList<>();
    members.forEach(
        (key, value) -> {
          Map<String, JsonValue> entry = new LinkedHashMap<>();
          entry.put("key", new JsonValue.Text(key));
          entry.put("value", value);
          entries.add(new JsonValue.Members(entry));
        });
    return entries;
  }

  private static @Nullable String extract(Row row, Function<Integer, @Nullable JsonPath> paths) {
    JsonValue json = JsonValue.parse(row.text(0));
    if (json == null) {
      return null;
    }
    if (row.count() == 1) {
      return json.toJson();
    }
    List<JsonValue> found = new ArrayList<>();
    for (int i = 1; i < row.count(); i++) {
      JsonPath path = paths.apply(i);
      List<JsonValue> values = path == null ? List.of() : path.find(json);
      boolean many = path != null && path.isMany();
      found.add(
          many
              ? new JsonValue.Array(values)
              : values.isEmpty() ? new JsonValue.Null() : values.get(0));
      if (row.count() == 2 && values.isEmpty()) {
        return null;
      }
    }
    return row.count() == 2 ? found.get(0).asText() : new JsonValue.Array(found).toJson();
  }
}
