package karst.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field name with {@code *} for any characters. Stars do not reach internal fields, whose names
 * begin with an underscore, unless the pattern begins with one too (spl-semantics §0.6).
 */
public final class FieldPattern {
  private final String text;
  private final @Nullable Pattern pattern;

  private FieldPattern(String text, @Nullable Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /** Returns the pattern of a text; without a star it is that one name. */
  public static FieldPattern of(String text) {
    if (text.indexOf('*') < 0) {
      return new FieldPattern(text, null);
    }
    StringBuilder regex = new StringBuilder();
    for (String part : text.split("\\*", -1)) {
      regex.append(regex.length() == 0 ? "" : "(.*)").append(Pattern.quote(part));
    }
    return new FieldPattern(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
  }

  /** Returns what each star stands for in a name; null when the name does not match. */
  public @Nullable List<String> match(String name) {
    if (pattern == null) {
      return text.equals(name) ? List.of() : null;
    }
    if (isInternal(name) && !isInternal(text)) {
      return null;
    }
    Matcher matcher = pattern.matcher(name);
    if (!matcher.matches()) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      parts.add(matcher.group(i));
    }
    return parts;
  }

  /** Returns the positions of the names that match. */
  public List<Integer> matching(List<String> names) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (match(names.get(i)) != null) {
        found.add(i);
      }
    }
    return found;
  }

  /** Returns a text with its stars replaced in order. */
  public static String fill(String template, List<String> parts) {
    StringBuilder out = new StringBuilder();
    int next = 0;
    for (int i = 0; i < template.length(); i++) {
      if (template.charAt(i) == '*' && next < parts.size()) {
        out.append(parts.get(next++));
      } else {
        out.append(template.charAt(i));
      }
    }
    return out.toString();
  }

  /** Returns whether a field is internal: stars and most commands pass it over. */
  public static boolean isInternal(String name) {
    return name.startsWith("_");
  }
}
