package karst.type;

import java.util.function.BiConsumer;

/** The tags of a text that may be a piece of XML only: nothing must be well-formed. */
public final class XmlTags {
  private XmlTags() {}

  /**
   * Hands out name and text of each element that holds a text and no other element, as it stands
   * there: character references are not resolved. Blank texts are left out.
   */
  public static void read(String text, BiConsumer<String, String> out) {
    int open = text.indexOf('<');
    while (open >= 0) {
      int next = text.indexOf('<', open + 1);
      if (next < 0) {
        return;
      }
      int close = text.indexOf('>', open);
      if (close > open && close < next) {
        String name = nameAt(text, open + 1, close);
        String value = text.substring(close + 1, next).strip();
        if (!name.isEmpty() && !value.isEmpty() && isEndOf(name, text, next)) {
          out.accept(name, value);
        }
      }
      open = next;
    }
  }

  private static String nameAt(String text, int from, int end) {
    int at = from;
    while (at < end && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    String name = text.substring(from, at);
    boolean proper = !name.isEmpty() && "/!?".indexOf(name.charAt(0)) < 0 && !name.endsWith("/");
    return proper ? name : "";
  }

  private static boolean isEndOf(String name, String text, int at) {
    return text.startsWith("</", at)
        && text.startsWith(name, at + 2)
        && text.startsWith(">", at + 2 + name.length());
  }
}
