package karst.lint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A field name in which a star stands for any characters. */
final class StarName {
  private final String text;
  private final Pattern pattern;

  private StarName(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  static StarName of(String text) {
    StringBuilder regex = new StringBuilder();
    for (String part : text.split("\\*", -1)) {
      regex.append(regex.length() == 0 ? "" : "(.*)").append(Pattern.quote(part));
    }
    return new StarName(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
  }

  /** Returns whether a name matches; internal ones only where the pattern is internal, too. */
  boolean matches(String name) {
    return (text.startsWith("_") || !name.startsWith("_")) && pattern.matcher(name).matches();
  }

  /** Returns another pattern with what the stars stand for in a name; the name if none match. */
  String rename(String name, String target) {
    Matcher matcher = pattern.matcher(name);
    if (!matches(name) || !matcher.matches()) {
      return name;
    }
    StringBuilder renamed = new StringBuilder();
    int star = 1;
    for (char c : target.toCharArray()) {
      if (c == '*' && star <= matcher.groupCount()) {
        renamed.append(matcher.group(star++));
      } else {
        renamed.append(c);
      }
    }
    return renamed.toString();
  }
}
