package karst.script;

import java.util.ArrayList;
import java.util.List;

/**
 * A value as a script writes it: bare {@code null}, text, or {@code [a, b]} for several values.
 *
 * <p>{@code \|}, {@code \n}, {@code \t} and {@code \\} are escapes, every other backslash is one,
 * so that most Windows paths stand as they are. A text that would be read as something else ({@code
 * ""}, {@code "null"}, {@code " a"}) has double quotes.
 *
 * @param values none for null, several for a multivalue
 */
public record Cell(List<String> values) {
  private static final String ESCAPED = "\\|\"nt";
  private static final String MEANT = "\\|\"\n\t";

  /** No value. */
  public static final Cell NULL = new Cell(List.of());

  /** Copies the values. */
  public Cell {
    values = List.copyOf(values);
  }

  /** Returns a single value. */
  public static Cell of(String text) {
    return new Cell(List.of(text));
  }

  /** Reads what stands between two bars. */
  static Cell parse(String written) {
    String text = written.strip();
    if (text.equals("null")) {
      return NULL;
    }
    if (!text.startsWith("[") || !text.endsWith("]")) {
      return of(parseText(text));
    }
    List<String> values = new ArrayList<>();
    for (String item : items(text.substring(1, text.length() - 1))) {
      values.add(parseText(item.strip()));
    }
    return new Cell(values);
  }

  private static List<String> items(String list) {
    List<String> items = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < list.length(); i++) {
      char next = list.charAt(i);
      if (next == '\\' && i + 1 < list.length() && ESCAPED.indexOf(list.charAt(i + 1)) >= 0) {
        i++;
      } else if (next == '"') {
        quoted = !quoted;
      } else if (next == ',' && !quoted) {
        items.add(list.substring(start, i));
        start = i + 1;
      }
    }
    items.add(list.substring(start));
    return items;
  }

  private static String parseText(String written) {
    boolean quoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
    String text = quoted ? written.substring(1, written.length() - 1) : written;
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      int escape = next == '\\' && i + 1 < text.length() ? ESCAPED.indexOf(text.charAt(i + 1)) : -1;
      if (escape >= 0) {
        out.append(MEANT.charAt(escape));
        i++;
      } else {
        out.append(next);
      }
    }
    return out.toString();
  }

  /** Returns the value as it stands between two bars. */
  public String written() {
    return switch (values.size()) {
      case 0 -> "null";
      case 1 -> {
        String text = values.get(0);
        yield write(text, text.equals("null") || text.startsWith("["));
      }
      default -> {
        List<String> items = new ArrayList<>();
        for (String value : values) {
          items.add(write(value, value.indexOf(',') >= 0 || value.indexOf('"') >= 0));
        }
        yield "[" + String.join(", ", items) + "]";
      }
    };
  }

  private static String write(String text, boolean ambiguous) {
    boolean quoted =
        ambiguous || text.isEmpty() || text.startsWith("\"") || !text.equals(text.strip());
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      switch (next) {
        case '|' -> out.append("\\|");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '"' -> out.append(quoted ? "\\\"" : "\"");
        case '\\' -> out.append(isEscape(text, i, quoted) ? "\\\\" : "\\");
        default -> out.append(next);
      }
    }
    return quoted ? "\"" + out + "\"" : out.toString();
  }

  /** Returns whether a backslash would be read as part of an escape if it stood alone. */
  private static boolean isEscape(String text, int index, boolean quoted) {
    if (index + 1 == text.length()) {
      return quoted;
    }
    char next = text.charAt(index + 1);
    return ESCAPED.indexOf(next) >= 0 || next == '\n' || next == '\t';
  }
}
