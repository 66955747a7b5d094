package karst.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of JSON. */
public sealed interface JsonValue {
  /** A text. */
  record Text(String value) implements JsonValue {}

  /**
   * A number.
   *
   * @param text as it was written
   */
  record Number(String text) implements JsonValue {}

  /** {@code true} or {@code false}. */
  record Truth(boolean value) implements JsonValue {}

  /** {@code null}. */
  record Null() implements JsonValue {}

  /** An array. */
  record Array(List<JsonValue> elements) implements JsonValue {
    public Array {
      elements = Collections.unmodifiableList(new ArrayList<>(elements));
    }
  }

  /** An object; its members are in the order in which they were written. */
  record Members(Map<String, JsonValue> members) implements JsonValue {
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /** Reads a text that is one value and nothing else; returns null for any other text. */
  static @Nullable JsonValue parse(String text) {
    return JsonReader.read(text);
  }

  /** Reads a text that is an object or an array; returns null for any other text. */
  static @Nullable JsonValue parseContainer(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[") ? parse(text) : null;
  }

  /** Returns the value as a field holds it: a text without quotes, containers as JSON. */
  default String asText() {
    return this instanceof Text text ? text.value() : toJson();
  }

  /** Returns the value as JSON without spaces. */
  default String toJson() {
    StringBuilder out = new StringBuilder();
    JsonWriter.write(this, out);
    return out.toString();
  }
}
