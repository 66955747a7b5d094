package karst.function.library;

import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.STRING;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import karst.function.Kernels;
import karst.function.MultivaluePolicy;
import karst.function.NullPolicy;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.type.JsonValue;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/** What the command {@code tojson} makes of a row (spl-semantics §6.1). */
public final class RowJsonFunction {
  /** A JSON object of names, types and values. */
  public static final ScalarFunction OBJECT =
      ScalarFunction.named("row_json", "JSON object of fields")
          .param("fill_null", DYNAMIC)
          .rest("name, type, value", DYNAMIC)
          .returns(STRING)
          .nulls(NullPolicy.CALLED)
          .multivalue(MultivaluePolicy.WHOLE)
          .kernel(Kernels.text(NullPolicy.CALLED, RowJsonFunction::object));

  private RowJsonFunction() {}

  private static String object(Row row) {
    boolean fillsNull = row.elements(0).booleanAt(row.from(0));
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (int i = 1; i + 2 < row.count(); i += 3) {
      List<JsonValue> values = new ArrayList<>();
      for (int at = row.from(i + 2); at < row.to(i + 2); at++) {
        JsonValue value = value(Row.textOf(row.elements(i + 2), at), row.text(i + 1));
        if (value != null) {
          values.add(value);
        }
      }
      if (values.size() > 1) {
        members.put(row.text(i), new JsonValue.Array(values));
      } else if (!values.isEmpty()) {
        members.put(row.text(i), values.get(0));
      } else if (fillsNull) {
        members.put(row.text(i), new JsonValue.Null());
      }
    }
    return new JsonValue.Members(members).toJson();
  }

  private static @Nullable JsonValue value(String text, String type) {
    return switch (type) {
      case "str" -> new JsonValue.Text(text);
      case "num" -> number(text);
      case "bool" -> truth(text);
      case "json" -> JsonValue.parse(text);
      case "none" -> null;
      default -> inferred(text);
    };
  }

  private static JsonValue inferred(String text) {
    JsonValue json = JsonValue.parse(text);
    return json == null || json instanceof JsonValue.Text ? new JsonValue.Text(text) : json;
  }

  /** A number that JSON writes in another way, such as 01, is written as it is calculated with. */
  private static @Nullable JsonValue number(String text) {
    if (JsonValue.parse(text) instanceof JsonValue.Number number) {
      return number;
    }
    return Numbers.isNumber(text) && Double.isFinite(Numbers.parse(text))
        ? new JsonValue.Number(Numbers.format(Numbers.parse(text)))
        : null;
  }

  private static @Nullable JsonValue truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "t", "1", "yes" -> new JsonValue.Truth(true);
      case "false", "f", "0", "no" -> new JsonValue.Truth(false);
      default -> null;
    };
  }
}
