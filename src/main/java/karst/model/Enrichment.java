package karst.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.type.SplType;

/**
 * The fields that asset and identity lists add to a subject (spl-semantics §7.1): null unless the
 * table brings them.
 */
final class Enrichment {
  /** The subjects that are machines in every model, for which the lists also say what to expect. */
  private static final List<String> MACHINES = List.of("dest", "src");

  private static final List<String> EXPECTATIONS =
      List.of("is_expected", "requires_av", "should_timesync", "should_update");

  private Enrichment() {}

  /** Returns names with types. */
  static Map<String, SplType> fields(String subject) {
    Map<String, SplType> fields = new LinkedHashMap<>();
    fields.put(subject + "_bunit", SplType.STRING);
    fields.put(subject + "_category", SplType.multivalue(SplType.STRING));
    fields.put(subject + "_priority", SplType.STRING);
    if (MACHINES.contains(subject)) {
      EXPECTATIONS.forEach(name -> fields.put(subject + "_" + name, SplType.BOOLEAN));
    }
    return fields;
  }
}
