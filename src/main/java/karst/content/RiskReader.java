package karst.content;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a finding means, as detections have written it over the years: {@code rba} with
 * objects that have scores of their own, or before it {@code tags} with observables that share one.
 *
 * @param fields the detection's keys
 * @param tags those below {@code tags}
 */
record RiskReader(Fields fields, Fields tags) {
  Risk read() {
    return fields.has("rba") ? objects(fields.below("rba")) : observables();
  }

  private static Risk objects(Fields rba) {
    List<RiskObject> objects = new ArrayList<>();
    double highest = 0;
    for (Fields object : rba.list("risk_objects")) {
      double score = object.number("score", 0);
      highest = Math.max(highest, score);
      objects.add(object(object, RiskObject.Role.RISK, score));
    }
    for (Fields object : rba.list("threat_objects")) {
      objects.add(object(object, RiskObject.Role.THREAT, 0));
    }
    return new Risk(highest, rba.text("message"), objects);
  }

  private static RiskObject object(Fields object, RiskObject.Role role, double score) {
    return new RiskObject(object.text("field"), object.text("type"), role, score);
  }

  private Risk observables() {
    double score = tags.number("risk_score", impliedScore());
    List<RiskObject> objects = new ArrayList<>();
    for (Fields observable : tags.list("observable")) {
      boolean victim = observable.texts("role").stream().anyMatch("Victim"::equalsIgnoreCase);
      RiskObject.Role role = victim ? RiskObject.Role.RISK : RiskObject.Role.THREAT;
      objects.add(
          new RiskObject(
              observable.text("name"), observable.text("type"), role, victim ? score : 0));
    }
    return new Risk(score, tags.text("message"), objects);
  }

  // How the score is made up where it is not written: both are percentages.
  private double impliedScore() {
    return Math.round(tags.number("confidence", 0) * tags.number("impact", 0) / 100);
  }
}
