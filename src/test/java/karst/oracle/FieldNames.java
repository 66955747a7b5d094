package karst.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Field names and the patterns that name several of them. */
final class FieldNames {
  private FieldNames() {}

  /** Returns whether a field is internal (spl-semantics §0.6). */
  static boolean isInternal(String name) {
    return name.startsWith("_");
  }

  /** Returns whether a name is a pattern or is exactly a field's name. */
  static boolean matches(String pattern, String name) {
    return stars(pattern, name) != null;
  }

  /**
   * Returns what each star of a pattern stands for in a name, or null when it does not match. Stars
   * do not reach internal fields unless the pattern begins with an underscore (§0.6).
   */
  static @Nullable List<String> stars(String pattern, String name) {
    if (pattern.contains("*") && isInternal(name) && !isInternal(pattern)) {
      return null;
    }
    String regex = Pattern.quote(pattern).replace("*", "\\E(.*)\\Q");
    Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(name);
    if (!matcher.matches()) {
      return null;
    }
    List<String> stars = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      stars.add(matcher.group(i));
    }
    return stars;
  }

  /** Returns a new name with star put for star (§4.3, §6.1 rename). */
  static String fill(String name, List<String> stars) {
    String filled = name;
    for (String star : stars) {
      filled = filled.replaceFirst("\\*", Matcher.quoteReplacement(star));
    }
    return filled;
  }

  /** Returns whether other fields' values are a part of a target's name (§3.5). */
  static boolean isComputed(String target) {
    return target.matches(".*\\{[^{}]+}.*");
  }

  /** Returns a target's name in a row, or null where a part of it is null (§3.5). */
  static @Nullable String filledIn(String target, Map<String, Object> row) {
    if (!isComputed(target)) {
      return target;
    }
    int start = target.indexOf('{');
    int end = target.indexOf('}', start);
    String rest = filledIn(target.substring(end + 1), row);
    List<String> value = Values.texts(row.get(target.substring(start + 1, end)));
    if (end == start + 1) {
      value = List.of("{}");
    }
    return rest == null || value.size() != 1
        ? null
        : target.substring(0, start) + value.get(0) + rest;
  }
}
