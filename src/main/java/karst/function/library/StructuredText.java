package karst.function.library;

import karst.function.Compiled;
import karst.function.ListBuilder;
import karst.function.Row;
import karst.type.JsonPath;
import karst.type.JsonValue;
import karst.type.XmlElement;

/** Values at a path in a text that is JSON or, if it begins with {@code <}, XML. */
final class StructuredText {
  private static final Compiled<JsonPath> PATH = new Compiled<>("path", JsonPath::parse);

  private StructuredText() {}

  /** Adds the values at the path in one argument to the text in another. */
  static void find(Row row, int text, int path, ListBuilder out) {
    String source = row.text(text);
    if (source.stripLeading().startsWith("<")) {
      XmlElement root = XmlElement.parse(source);
      if (root != null) {
        root.find(row.text(path)).forEach(out::add);
      }
      return;
    }
    JsonPath place = PATH.of(row, path);
    JsonValue json = place == null ? null : JsonValue.parse(source);
    if (place != null && json != null) {
      place.find(json).forEach(value -> out.add(value.asText()));
    }
  }
}
