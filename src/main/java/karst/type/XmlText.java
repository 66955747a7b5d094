package karst.type;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML has a meaning for, and the references that stand for them. */
public final class XmlText {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6}));");

  private XmlText() {}

  /** Returns a text with references in place of the characters. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }

  /** Returns a text with characters in place of the references; what is none stays. */
  public static String unescape(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return REFERENCE
        .matcher(text)
        .replaceAll(
            found -> {
              String replacement =
                  found.group(1) != null
                      ? named(found.group(1))
                      : found.group(2) != null
                          ? character(Integer.parseInt(found.group(2)))
                          : character(Integer.parseInt(found.group(3), 16));
              return Matcher.quoteReplacement(replacement.isEmpty() ? found.group() : replacement);
            });
  }

  private static String named(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      default -> "'";
    };
  }

  /** Returns the empty text for a number that no character has. */
  private static String character(int code) {
    boolean proper = Character.isValidCodePoint(code) && (code < 0xD800 || code > 0xDFFF);
    return proper && code > 0 ? Character.toString(code) : "";
  }
}
