package karst.lookup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lookup as searches name it: a file and how its rows match events (spl-semantics §6.1 lookup).
 *
 * <p>A collection of the KV store is a file of the collection's name.
 *
 * @param name what searches call it
 * @param file the name of the CSV file; a collection's name with {@code .csv}
 * @param collection whether the rows have a key of their own, {@code _key}
 * @param fields the columns, where the definition names them; empty where the file does
 * @param matchTypes how columns match; one that is not named matches exactly
 * @param caseSensitive whether the case of letters counts
 * @param minMatches how many matches there are at least: {@code defaultMatch} fills in
 * @param maxMatches how many matches of one value count
 * @param defaultMatch the value of every output field of a match that is filled in
 * @param time how rows match by time; null for not at all
 */
public record LookupDefinition(
    String name,
    String file,
    boolean collection,
    List<String> fields,
    Map<String, MatchType> matchTypes,
    boolean caseSensitive,
    int minMatches,
    int maxMatches,
    String defaultMatch,
    @Nullable TimeMatch time) {
  /** How many matches count unless the definition says otherwise. */
  static final int DEFAULT_MAX_MATCHES = 1000;

  public LookupDefinition {
    fields = List.copyOf(fields);
    matchTypes = Map.copyOf(matchTypes);
  }

  /** Returns the definition that a file has by itself: exact matches, case counts. */
  public static LookupDefinition ofFile(String name) {
    return new LookupDefinition(
        name, name, false, List.of(), Map.of(), true, 0, DEFAULT_MAX_MATCHES, "", null);
  }

  /**
   * Returns the definition that some settings make, named as in {@code transforms.conf}: {@code
   * filename} or {@code collection}, {@code match_type}, {@code case_sensitive_match}, {@code
   * min_matches}, {@code max_matches}, {@code default_match}, {@code fields_list}, {@code
   * time_field}, {@code time_format}, {@code min_offset_secs}, {@code max_offset_secs}; others do
   * not count.
   *
   * @throws karst.source.SplException if one has no meaning
   */
  public static LookupDefinition of(String name, Map<String, String> settings) {
    Map<String, LookupSettings.Setting> unplaced = new LinkedHashMap<>();
    settings.forEach((key, text) -> unplaced.put(key, new LookupSettings.Setting(text, null)));
    return new LookupSettings(name, unplaced).definition();
  }

  /** Returns how a column matches. */
  public MatchType matchType(String column) {
    return matchTypes.getOrDefault(column, MatchType.EXACT);
  }
}
