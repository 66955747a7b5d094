package karst.source;

/** How bad a diagnostic is. */
public enum Severity {
  /** The query cannot run. */
  ERROR("error"),
  /** The query runs, but probably not as its author thinks. */
  WARNING("warning"),
  /** A fact worth knowing, such as an option without effect here. */
  NOTE("note");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  /** Returns the lower-case word for rendering. */
  public String label() {
    return label;
  }

  /** Returns the letter before a diagnostic's number. */
  public char letter() {
    return switch (this) {
      case ERROR -> 'E';
      case WARNING -> 'W';
      case NOTE -> 'N';
    };
  }
}
