package karst.oracle;

import java.util.List;
import java.util.Map;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Values of fields and expressions: null, a {@code String}, a {@code List<String>} of two or more
 * (spl-semantics §0.2); within an expression also a {@code Double} or a {@code Boolean}.
 */
final class Values {
  private Values() {}

  /** Returns the texts of a value: none for null, several for a multivalue. */
  static List<String> texts(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Values::single).toList();
    }
    return value == null ? List.of() : List.of(single(value));
  }

  private static String single(Object value) {
    if (value instanceof Double number) {
      return Numbers.format(number);
    }
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    return value.toString();
  }

  /** Returns the value that some texts are: none is null, one is a single value. */
  static @Nullable Object of(List<String> texts) {
    return switch (texts.size()) {
      case 0 -> null;
      case 1 -> texts.get(0);
      default -> List.copyOf(texts);
    };
  }

  /** Returns a value as a field holds it: numbers become their text. */
  static @Nullable Object field(@Nullable Object value) {
    return of(texts(value));
  }

  /** Returns the text of a value, of a multivalue that of its first, as rules are silent (Q7). */
  static @Nullable String text(@Nullable Object value) {
    List<String> texts = texts(value);
    return texts.isEmpty() ? null : texts.get(0);
  }

  /** Returns the number that a value, or its first one, is; null for anything else (§3.3). */
  static @Nullable Double number(@Nullable Object value) {
    if (value instanceof Double number) {
      return number;
    }
    String text = text(value);
    return text != null && Numbers.isNumber(text) ? Double.valueOf(Numbers.parse(text)) : null;
  }

  /** Sets a field, or removes it when the value is null (§3.4). */
  static void set(Map<String, Object> row, String field, @Nullable Object value) {
    Object text = field(value);
    if (text == null) {
      row.remove(field);
    } else {
      row.put(field, text);
    }
  }
}
