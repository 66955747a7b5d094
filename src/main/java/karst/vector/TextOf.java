package karst.vector;

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

  private static String list(Vector values) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      out.append(i == 0 ? "" : "\n").append(row(values, i));
    }
    return out.toString();
  }
}
