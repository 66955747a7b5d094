package karst.content;

import java.util.List;

/**
 * What a finding means for those whom it is about.
 *
 * @param score the risk that a finding adds, 0 for none; the highest of its objects' where these
 *     have scores of their own
 * @param message a text with fields in it, as in {@code $user$ ran $process$}; empty for none
 * @param objects the fields that name whom or what a finding is about
 */
public record Risk(double score, String message, List<RiskObject> objects) {
  public Risk {
    objects = List.copyOf(objects);
  }

  /** Returns the objects at risk. */
  public List<RiskObject> victims() {
    return objects.stream().filter(object -> object.role() == RiskObject.Role.RISK).toList();
  }
}
