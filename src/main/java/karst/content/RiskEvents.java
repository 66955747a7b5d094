package karst.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import karst.table.MemoryTable;
import karst.table.MemoryTableBuilder;
import karst.table.Table;
import karst.type.Numbers;
import karst.type.SplType;
import org.jspecify.annotations.Nullable;

/**
 * Findings as events of the dataset {@code Risk.All_Risk}, over which correlation searches run: one
 * for each object at risk and value of it (spl-semantics §7, Risk).
 */
public final class RiskEvents {
  /** The name that a table of such events is bound under. */
  public static final String TABLE = "Risk.All_Risk";

  /** The fields that each event has, in order. */
  public static final List<String> FIELDS =
      List.of(
          "_time",
          "risk_object",
          "risk_object_type",
          "risk_score",
          "calculated_risk_score",
          "risk_message",
          "source",
          "analyticstories",
          "annotations.mitre_attack",
          "annotations.mitre_attack.mitre_technique_id",
          "threat_object",
          "threat_object_type",
          "normalized_risk_object");

  private RiskEvents() {}

  /** Returns the events of a finding; several values are a list, and no value is an empty one. */
  public static List<Map<String, List<String>>> of(Finding finding) {
    List<Map<String, List<String>>> events = new ArrayList<>();
    for (Finding.Entity entity : finding.entities()) {
      if (entity.object().role() == RiskObject.Role.RISK) {
        entity.values().forEach(value -> events.add(event(finding, entity.object(), value)));
      }
    }
    return events;
  }

  /** Returns a table of events, which may be empty. */
  static Table table(Stream<Finding> findings) {
    MemoryTableBuilder table = MemoryTable.builder(TABLE);
    for (String field : FIELDS) {
      boolean time = field.equals(Table.TIME_FIELD);
      table.column(field, time ? SplType.TIME : SplType.DYNAMIC);
    }
    findings
        .flatMap(finding -> of(finding).stream())
        .forEach(event -> table.row(FIELDS.stream().map(field -> value(event, field)).toArray()));
    return table.build();
  }

  private static @Nullable Object value(Map<String, List<String>> event, String field) {
    List<String> values = event.getOrDefault(field, List.of());
    if (values.isEmpty()) {
      return null;
    }
    if (field.equals(Table.TIME_FIELD)) {
      return Numbers.parse(values.get(0));
    }
    return values.size() == 1 ? values.get(0) : values;
  }

  private static Map<String, List<String>> event(Finding finding, RiskObject object, String value) {
    Detection detection = finding.detection();
    List<Finding.Entity> threats =
        finding.entities().stream()
            .filter(entity -> entity.object().role() == RiskObject.Role.THREAT)
            .toList();
    List<String> score = List.of(Numbers.format(object.score()));
    List<String> techniques = detection.tags().techniques();
    Double time = finding.lastSeconds();
    Map<String, List<String>> event = new LinkedHashMap<>();
    event.put("_time", time == null ? List.of() : List.of(Numbers.format(time)));
    event.put("risk_object", List.of(value));
    event.put("risk_object_type", List.of(type(object.type())));
    event.put("risk_score", score);
    event.put("calculated_risk_score", score);
    event.put("risk_message", List.of(finding.message()));
    event.put("source", List.of(detection.name()));
    event.put("analyticstories", detection.tags().stories());
    event.put("annotations.mitre_attack", techniques);
    event.put("annotations.mitre_attack.mitre_technique_id", techniques);
    event.put("threat_object", threats.stream().flatMap(t -> t.values().stream()).toList());
    event.put(
        "threat_object_type", threats.stream().map(t -> t.object().type()).distinct().toList());
    event.put("normalized_risk_object", List.of(value));
    return event;
  }

  // Observables have types of their own for what the data model knows by two words.
  private static String type(String type) {
    return switch (type) {
      case "User" -> "user";
      case "Hostname", "Endpoint", "IP Address" -> "system";
      default -> type;
    };
  }
}
