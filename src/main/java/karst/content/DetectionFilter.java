package karst.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.type.WildcardPattern;

/**
 * Chooses detections by what they say about themselves. Criteria with one key are alternatives, and
 * those of different keys must all be met. Case makes no difference, and {@code *} stands for any
 * characters.
 */
public final class DetectionFilter {
  private static final Map<String, Function<Detection, List<String>>> KEYS = keys();

  private final Map<String, List<WildcardPattern>> criteria = new LinkedHashMap<>();

  /** Creates a filter that all detections pass. */
  public DetectionFilter() {}

  private static Map<String, Function<Detection, List<String>>> keys() {
    Map<String, Function<Detection, List<String>>> keys = new LinkedHashMap<>();
    keys.put("name", detection -> List.of(detection.name()));
    keys.put("id", detection -> List.of(detection.id()));
    keys.put("file", detection -> List.of(detection.file()));
    keys.put("tag", detection -> detection.tags().others());
    keys.put("technique", detection -> detection.tags().techniques());
    keys.put("story", detection -> detection.tags().stories());
    keys.put("source", detection -> detection.tags().dataSources());
    keys.put("status", detection -> List.of(detection.status()));
    keys.put("type", detection -> List.of(detection.type()));
    return keys;
  }

  /** Returns the keys that criteria may have. */
  public static List<String> keyNames() {
    return List.copyOf(KEYS.keySet());
  }

  /**
   * Adds a criterion.
   *
   * @param key one of {@link #keyNames()}; {@code tag} takes the pattern {@code name=value}
   * @param pattern what the value has to be; a technique takes those below it in
   * @throws karst.source.SplException if there is no such key
   */
  public DetectionFilter add(String key, String pattern) {
    String name = key.toLowerCase(Locale.ROOT);
    if (!KEYS.containsKey(name)) {
      throw Diagnostic.error(
              DiagnosticCode.BAD_OPTION, "detections cannot be filtered by `" + key + "`")
          .suggest(name, KEYS.keySet())
          .hint("a filter is one of " + String.join(", ", KEYS.keySet()))
          .toException();
    }
    List<WildcardPattern> patterns = criteria.computeIfAbsent(name, unused -> new ArrayList<>());
    patterns.add(WildcardPattern.compile(pattern, false));
    if (name.equals("technique")) {
      patterns.add(WildcardPattern.compile(pattern + ".*", false));
    }
    return this;
  }

  /** Returns whether a detection meets the criteria. */
  public boolean accepts(Detection detection) {
    return criteria.entrySet().stream()
        .allMatch(
            criterion ->
                KEYS.getOrDefault(criterion.getKey(), unused -> List.of()).apply(detection).stream()
                    .anyMatch(
                        value ->
                            criterion.getValue().stream()
                                .anyMatch(pattern -> pattern.matches(value))));
  }
}
