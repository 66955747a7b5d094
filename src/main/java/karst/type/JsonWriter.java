package karst.type;

import java.util.Map;

/** Writes JSON without spaces. */
final class JsonWriter {
  private JsonWriter() {}

  static void write(JsonValue value, StringBuilder out) {
    if (value instanceof JsonValue.Text text) {
      quote(text.value(), out);
    } else if (value instanceof JsonValue.Number number) {
      out.append(number.text());
    } else if (value instanceof JsonValue.Truth truth) {
      out.append(truth.value());
    } else if (value instanceof JsonValue.Array array) {
      String separator = "[";
      for (JsonValue element : array.elements()) {
        out.append(separator);
        write(element, out);
        separator = ",";
      }
      out.append(array.elements().isEmpty() ? "[]" : "]");
    } else if (value instanceof JsonValue.Members object) {
      String separator = "{";
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        out.append(separator);
        quote(member.getKey(), out);
        out.append(':');
        write(member.getValue(), out);
        separator = ",";
      }
      out.append(object.members().isEmpty() ? "{}" : "}");
    } else {
      out.append("null");
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
