package karst.type;

import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How names and values stand in a text (spl-semantics §2.6, §6.1 extract). A value in double quotes
 * may hold what else would end it.
 */
public final class KeyValueText {
  private static final Pattern PAIR =
      Pattern.compile(
          "(?<![^\\s,;|(\\[{&?])([A-Za-z_][\\w.:-]*)=(?:\"([^\"]*)\"|([^\\s,;|&)\\]}\"]+))");

  private final String pairDelimiters;
  private final String keyDelimiters;

  private KeyValueText(String pairDelimiters, String keyDelimiters) {
    this.pairDelimiters = pairDelimiters;
    this.keyDelimiters = keyDelimiters;
  }

  /** Returns texts in which pairs stand between delimiters, each of them one character. */
  public static KeyValueText delimited(String pairDelimiters, String keyDelimiters) {
    return new KeyValueText(pairDelimiters, keyDelimiters);
  }

  /** Hands out what stands as {@code name=value} or {@code name="value"} anywhere in a text. */
  public static void readEquations(String text, BiConsumer<String, String> out) {
    if (text.indexOf('=') < 0) {
      return;
    }
    Matcher pair = PAIR.matcher(text);
    while (pair.find()) {
      String quoted = pair.group(2);
      out.accept(pair.group(1), quoted == null ? pair.group(3) : quoted);
    }
  }

  /**
   * Hands out the names and values of a text, without the blanks around them; a part without a
   * delimiter between name and value, or with nothing on one side of it, is no pair.
   */
  public void read(String text, BiConsumer<String, String> out) {
    int at = 0;
    while (at < text.length()) {
      int keyEnd = endOf(text, at, true);
      if (keyEnd == text.length() || isIn(pairDelimiters, text.charAt(keyEnd))) {
        at = keyEnd + 1;
        continue;
      }
      int valueEnd = endOf(text, keyEnd + 1, false);
      String key = unquoted(text.substring(at, keyEnd));
      String value = unquoted(text.substring(keyEnd + 1, valueEnd));
      if (!key.isEmpty() && !value.isEmpty()) {
        out.accept(key, value);
      }
      at = valueEnd + 1;
    }
  }

  /** Returns where a name or a value ends: at a delimiter outside of quotes, or at the end. */
  private int endOf(String text, int from, boolean key) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ' && !isEnd(' ', key)) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      int close = text.indexOf('"', at + 1);
      at = close < 0 ? at : close + 1;
    }
    while (at < text.length() && !isEnd(text.charAt(at), key)) {
      at++;
    }
    return at;
  }

  private boolean isEnd(char c, boolean key) {
    return isIn(pairDelimiters, c) || (key && isIn(keyDelimiters, c));
  }

  private static boolean isIn(String delimiters, char c) {
    return delimiters.indexOf(c) >= 0;
  }

  private static String unquoted(String text) {
    String bare = text.strip();
    boolean quoted = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"");
    return quoted ? bare.substring(1, bare.length() - 1) : bare;
  }

  /**
   * Returns a name made of letters, digits and underscores alone: others become underscores, and
   * underscores and digits at its start are left out. Nothing may be left of it.
   */
  public static String cleanKey(String key) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (letter) {
        clean.append(c);
      } else if (clean.length() > 0) {
        clean.append(c >= '0' && c <= '9' ? c : '_');
      }
    }
    return clean.toString();
  }
}
