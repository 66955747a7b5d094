package karst.vector;

import java.util.ArrayList;
import java.util.List;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/** The text of a value, as SPL shows it between commands (spl-semantics §3.7). */
public final class TextOf {
  private TextOf() {}

  /** Returns a row's text, null for null; the values of a list are joined by line breaks. */
  public static @Nullable String row(Vector vector, int row) {
    return switch (vector.kindAt(row)) {
      case NULL -> null;
      case NUMBER -> Numbers.format(vector.numberAt(row));
      case TEXT -> vector.textAt(row);
      case BOOLEAN -> vector.booleanAt(row) ? "True" : "False";
      case LIST -> list(vector.listAt(row));
    };
  }

  /** Returns the texts of a row's values: none for null, several for a list. */
  public static List<String> values(Vector vector, int row) {
    if (vector.kindAt(row) != Kind.LIST) {
      String text = row(vector, row);
      return text == null ? List.of() : List.of(text);
    }
    Vector list = vector.listAt(row);
    List<String> texts = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      texts.add(String.valueOf(row(list, i)));
    }
    return texts;
  }

  private static String list(Vector values) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      out.append(i == 0 ? "" : "\n").append(row(values, i));
    }
    return out.toString();
  }
}
