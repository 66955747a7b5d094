package karst.function.library;

import static karst.function.Kernels.text;
import static karst.function.ScalarFunction.named;
import static karst.type.SplType.BOOLEAN;
import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.STRING;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import karst.function.Kernels;
import karst.function.MultivaluePolicy;
import karst.function.NullPolicy;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.type.InvalidSyntaxException;
import karst.type.JsonPath;
import karst.type.JsonValue;
import karst.type.Numbers;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Functions that make JSON (spl-semantics §3.8). A text that is a JSON object or array goes in as
 * such, any other as a text; several values are an array; null is null.
 */
final class JsonEditFunctions {
  static final List<ScalarFunction> ALL =
      List.of(
          edit("json_append", "JSON with values added to the arrays at paths", "path")
              .example("json_append(\"{\\\"a\\\": [1]}\", \"a\", 2)", "\"{\\\"a\\\":[1,2]}\"")
              .kernel(text(called(), edited(JsonPath::parse, JsonEditFunctions::appended))),
          named("json_array", "JSON array of values")
              .rest("value", DYNAMIC)
              .returns(STRING)
              .nulls(called())
              .multivalue(MultivaluePolicy.WHOLE)
              .example("json_array(\"a\", 1, null())", "\"[\\\"a\\\",1,null]\"")
              .kernel(text(called(), JsonEditFunctions::array)),
          named("json_delete", "JSON without what is at paths")
              .param("json", STRING)
              .rest("path", STRING)
              .returns(STRING)
              .example("json_delete(\"{\\\"a\\\": 1, \\\"b\\\": 2}\", \"a\")", "\"{\\\"b\\\":2}\"")
              .kernel(text(JsonEditFunctions::deleted)),
          edit("json_extend", "JSON with the elements of values added to arrays at paths", "path")
              .example(
                  "json_extend(\"{\\\"a\\\": [1]}\", \"a\", \"[2, 3]\")", "\"{\\\"a\\\":[1,2,3]}\"")
              .kernel(text(called(), edited(JsonPath::parse, JsonEditFunctions::extended))),
          named("json_object", "JSON object of keys and values")
              .rest("key, value", DYNAMIC)
              .returns(STRING)
              .nulls(called())
              .multivalue(MultivaluePolicy.WHOLE)
              .example(
                  "json_object(\"a\", 1, \"b\", \"x\")", "\"{\\\"a\\\":1,\\\"b\\\":\\\"x\\\"}\"")
              .kernel(text(called(), JsonEditFunctions::object)),
          edit("json_set", "JSON with values put at paths", "path")
              .example("json_set(\"{\\\"a\\\": {}}\", \"a.b\", 1)", "\"{\\\"a\\\":{\\\"b\\\":1}}\"")
              .kernel(text(called(), edited(JsonPath::parse, (before, value) -> value))),
          edit("json_set_exact", "JSON object with values put under keys", "key")
              .example("json_set_exact(\"{}\", \"a.b\", 1)", "\"{\\\"a.b\\\":1}\"")
              .kernel(text(called(), edited(JsonPath::key, (before, value) -> value))),
          named("mv_to_json_array", "Values as a JSON array of texts, or of what they look like")
              .param("values", DYNAMIC)
              .optional("infer", BOOLEAN)
              .returns(STRING)
              .multivalue(MultivaluePolicy.WHOLE)
              .example("mv_to_json_array(split(\"a,1\", \",\"))", "\"[\\\"a\\\",\\\"1\\\"]\"")
              .example("mv_to_json_array(split(\"a,1\", \",\"), true())", "\"[\\\"a\\\",1]\"")
              .kernel(text(JsonEditFunctions::listed)));

  private JsonEditFunctions() {}

  private static NullPolicy called() {
    return NullPolicy.CALLED;
  }

  private static ScalarFunction.Builder edit(String name, String summary, String place) {
    return named(name, summary)
        .param("json", DYNAMIC)
        .rest(place + ", value", DYNAMIC)
        .returns(STRING)
        .nulls(called())
        .multivalue(MultivaluePolicy.WHOLE);
  }

  /** Returns the value of an argument: nothing, one, or several. */
  private static JsonValue value(Row row, int argument) {
    List<JsonValue> values = new ArrayList<>();
    for (int i = row.from(argument); i < row.to(argument); i++) {
      values.add(value(row.elements(argument), i));
    }
    return switch (values.size()) {
      case 0 -> new JsonValue.Null();
      case 1 -> values.get(0);
      default -> new JsonValue.Array(values);
    };
  }

  private static JsonValue value(Vector vector, int at) {
    return switch (vector.kindAt(at)) {
      case NUMBER -> number(vector.numberAt(at));
      case BOOLEAN -> new JsonValue.Truth(vector.booleanAt(at));
      case TEXT -> ofText(vector.textAt(at));
      case NULL, LIST -> new JsonValue.Null();
    };
  }

  private static JsonValue number(double number) {
    String text = Numbers.format(number);
    return Double.isFinite(number) ? new JsonValue.Number(text) : new JsonValue.Text(text);
  }

  private static JsonValue ofText(String text) {
    JsonValue container = JsonValue.parseContainer(text);
    return container == null ? new JsonValue.Text(text) : container;
  }

  private static String array(Row row) {
    List<JsonValue> values = new ArrayList<>();
    for (int i = 0; i < row.count(); i++) {
      values.add(value(row, i));
    }
    return new JsonValue.Array(values).toJson();
  }

  /** A key that is null is left out. */
  private static String object(Row row) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (int i = 0; i + 1 < row.count(); i += 2) {
      if (row.has(i)) {
        members.put(Row.textOf(row.elements(i), row.from(i)), value(row, i + 1));
      }
    }
    return new JsonValue.Members(members).toJson();
  }

  private static Kernels.RowText edited(
      Function<String, JsonPath> path, BinaryOperator<@Nullable JsonValue> change) {
    return row -> {
      JsonValue json =
          row.has(0) ? JsonValue.parse(Row.textOf(row.elements(0), row.from(0))) : null;
      for (int i = 1; json != null && i + 1 < row.count(); i += 2) {
        if (row.has(i)) {
          JsonValue value = value(row, i + 1);
          json =
              changed(
                  json,
                  Row.textOf(row.elements(i), row.from(i)),
                  path,
                  old -> change.apply(old, value));
        }
      }
      return json == null ? null : json.toJson();
    };
  }

  private static @Nullable JsonValue changed(
      JsonValue json,
      String path,
      Function<String, JsonPath> read,
      UnaryOperator<@Nullable JsonValue> change) {
    try {
      return read.apply(path).change(json, change);
    } catch (InvalidSyntaxException e) {
      return json;
    }
  }

  private static @Nullable JsonValue appended(
      @Nullable JsonValue before, @Nullable JsonValue value) {
    return before instanceof JsonValue.Array array && value != null
        ? joined(array, List.of(value))
        : before;
  }

  private static @Nullable JsonValue extended(
      @Nullable JsonValue before, @Nullable JsonValue value) {
    return before instanceof JsonValue.Array array && value instanceof JsonValue.Array more
        ? joined(array, more.elements())
        : appended(before, value);
  }

  private static JsonValue joined(JsonValue.Array array, List<JsonValue> more) {
    List<JsonValue> elements = new ArrayList<>(array.elements());
    elements.addAll(more);
    return new JsonValue.Array(elements);
  }

  private static @Nullable String deleted(Row row) {
    JsonValue json = JsonValue.parse(row.text(0));
    for (int i = 1; json != null && i < row.count(); i++) {
      json = changed(json, row.text(i), JsonPath::parse, old -> null);
    }
    return json == null ? null : json.toJson();
  }

  private static String listed(Row row) {
    boolean infer = row.has(1) && row.elements(1).booleanAt(row.from(1));
    List<JsonValue> values = new ArrayList<>();
    for (int i = row.from(0); i < row.to(0); i++) {
      String text = Row.textOf(row.elements(0), i);
      JsonValue inferred = infer ? JsonValue.parse(text) : null;
      values.add(inferred == null ? new JsonValue.Text(text) : inferred);
    }
    return new JsonValue.Array(values).toJson();
  }
}
