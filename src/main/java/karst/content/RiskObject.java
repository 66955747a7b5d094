package karst.content;

/**
 * A field that names whom or what a finding is about.
 *
 * @param field the field of the search's rows
 * @param type such as {@code user} or {@code Hostname}
 * @param role the side it is on
 * @param score the risk that a finding adds to it
 */
public record RiskObject(String field, String type, Role role, double score) {
  /** A side. */
  public enum Role {
    /** Who is at risk: a victim. */
    RISK,
    /** Who or what is the threat: an attacker. */
    THREAT
  }
}
