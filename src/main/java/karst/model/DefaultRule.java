package karst.model;

import karst.type.SplType;

/** The rules that give a field a value when the event has none (spl-semantics §7.1). */
enum DefaultRule {
  /** Null or empty text becomes {@code unknown}. */
  UNKNOWN("unknown", SplType.STRING, "if(isnull(#) OR #=\"\", \"unknown\", #)"),
  /** As {@link #UNKNOWN}, and so does the dash that web servers log for nothing. */
  UNKNOWN_OR_DASH(
      "unknown_or_dash", SplType.STRING, "if(isnull(#) OR #=\"\" OR #=\"-\", \"unknown\", #)"),
  /** What is no number becomes 0. */
  ZERO("zero", SplType.NUMBER, "if(isnum(#), #, 0)");

  private final String key;
  private final SplType type;
  private final String template;

  /** In the template, {@code #} stands for the field. */
  DefaultRule(String key, SplType type, String template) {
    this.key = key;
    this.type = type;
    this.template = template;
  }

  /** Returns the key of a model file that lists the fields with this rule. */
  String key() {
    return key;
  }

  /** Returns the type of the fields. */
  SplType type() {
    return type;
  }

  /** Returns the rule for a field as an eval expression. */
  String calculation(String field) {
    return template.replace("#", Names.reference(field));
  }
}
