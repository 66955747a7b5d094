package karst.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.type.Numbers;

/**
 * Findings as events of the dataset {@code Risk.All_Risk}, over which correlation searches run: one
 * for each object at risk and value of it.
 */
public final class RiskEvents {
  private RiskEvents() {}

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

  /** Returns the events of a finding; several values are joined by line breaks. */
  public static List<Map<String, String>> of(Finding finding) {
    List<Map<String, String>> events = new ArrayList<>();
    for (Finding.Entity entity : finding.entities()) {
      if (entity.object().role() == RiskObject.Role.RISK) {
        entity.values().forEach(value -> events.add(event(finding, entity.object(), value)));
      }
    }
    return events;
  }

  private static Map<String, String> event(Finding finding, RiskObject object, String value) {
    Detection detection = finding.detection();
    List<Finding.Entity> threats =
        finding.entities().stream()
            .filter(entity -> entity.object().role() == RiskObject.Role.THREAT)
            .toList();
    String score = Numbers.format(object.score());
    String techniques = String.join("\n", detection.tags().techniques());
    Map<String, String> event = new LinkedHashMap<>();
    event.put("_time", finding.last());
    event.put("risk_object", value);
    event.put("risk_object_type", type(object.type()));
    event.put("risk_score", score);
    event.put("calculated_risk_score", score);
    event.put("risk_message", finding.message());
    event.put("source", detection.name());
    event.put("analyticstories", String.join("\n", detection.tags().stories()));
    event.put("annotations.mitre_attack", techniques);
    event.put("annotations.mitre_attack.mitre_technique_id", techniques);
    event.put(
        "threat_object",
        String.join("\n", threats.stream().flatMap(t -> t.values().stream()).toList()));
    event.put(
        "threat_object_type",
        String.join("\n", threats.stream().map(t -> t.object().type()).distinct().toList()));
    event.put("normalized_risk_object", value);
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
