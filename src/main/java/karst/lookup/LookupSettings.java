package karst.lookup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Location;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/** Makes a definition of settings by name. */
final class LookupSettings {
  private static final Pattern MATCH_TYPE = Pattern.compile("\\s*(\\w+)\\s*\\(([^)]*)\\)\\s*,?");
  private static final String CSV = ".csv";

  private final String name;
  private final Map<String, Setting> settings;

  LookupSettings(String name, Map<String, Setting> settings) {
    this.name = name;
    this.settings = settings;
  }

  /**
   * A setting as it is written.
   *
   * @param place where, if it stands in a file
   */
  record Setting(String text, @Nullable Location place) {}

  /** Returns whether these are settings of a lookup that has rows. */
  boolean isLookup() {
    return settings.containsKey("filename") || settings.containsKey("collection");
  }

  /**
   * Returns the definition.
   *
   * @throws SplException if a setting has no meaning
   */
  LookupDefinition definition() {
    TimeMatch time = time();
    return new LookupDefinition(
        name,
        settings.containsKey("filename") ? text("filename", "") : text("collection", name) + CSV,
        settings.containsKey("collection"),
        fields(),
        matchTypes(),
        truth("case_sensitive_match", true),
        (int) number("min_matches", 0, 0),
        // Of rows that match by time the youngest counts, unless more are asked for.
        (int) number("max_matches", time == null ? LookupDefinition.DEFAULT_MAX_MATCHES : 1, 1),
        text("default_match", ""),
        time);
  }

  private @Nullable TimeMatch time() {
    String field = text("time_field", "");
    return field.isEmpty()
        ? null
        : new TimeMatch(
            field,
            text("time_format", "%s.%Q"),
            number("min_offset_secs", 0, 0),
            number("max_offset_secs", 2_000_000_000, 0));
  }

  private List<String> fields() {
    String list = text(settings.containsKey("fields_list") ? "fields_list" : "fields", "");
    return Stream.of(list.split(","))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .distinct()
        .toList();
  }

  private Map<String, MatchType> matchTypes() {
    String text = text("match_type", "");
    Map<String, MatchType> types = new LinkedHashMap<>();
    Matcher matcher = MATCH_TYPE.matcher(text);
    int at = 0;
    while (at < text.length() && matcher.find(at) && matcher.start() == at) {
      MatchType type = MatchType.of(matcher.group(1));
      if (type == null) {
        throw error(
            "match_type",
            Diagnostic.error(
                    DiagnosticCode.LOOKUP_DEFINITION,
                    "there is no match type `" + matcher.group(1) + "`")
                .suggest(matcher.group(1).toLowerCase(Locale.ROOT), MatchType.names()));
      }
      for (String field : matcher.group(2).split(",")) {
        types.put(field.strip(), type);
      }
      at = matcher.end();
    }
    if (!text.substring(at).isBlank()) {
      throw error(
          "match_type",
          Diagnostic.error(
                  DiagnosticCode.LOOKUP_DEFINITION, "`" + text + "` says no type of matches")
              .hint("write it as WILDCARD(field), CIDR(field)"));
    }
    return types;
  }

  private String text(String key, String otherwise) {
    Setting setting = settings.get(key);
    return setting == null ? otherwise : setting.text();
  }

  private boolean truth(String key, boolean otherwise) {
    String text = text(key, "").toLowerCase(Locale.ROOT);
    return switch (text) {
      case "" -> otherwise;
      case "t", "true", "1", "yes" -> true;
      case "f", "false", "0", "no" -> false;
      default -> throw error(key, wrong(key, text, "true or false"));
    };
  }

  private long number(String key, long otherwise, long minimum) {
    String text = text(key, "");
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= minimum && number <= Integer.MAX_VALUE) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, as a number out of range is.
    }
    throw error(key, wrong(key, text, "a whole number of at least " + minimum));
  }

  private static Diagnostic wrong(String key, String text, String expected) {
    return Diagnostic.error(
        DiagnosticCode.LOOKUP_DEFINITION,
        "`" + key + "` cannot be `" + text + "`, it must be " + expected);
  }

  private SplException error(String key, Diagnostic diagnostic) {
    Setting setting = settings.get(key);
    Location place = setting == null ? null : setting.place();
    return place == null
        ? diagnostic.hint("see the definition of the lookup `" + name + "`").toException()
        : diagnostic.at(place).toException();
  }
}
