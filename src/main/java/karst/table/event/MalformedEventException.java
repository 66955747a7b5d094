package karst.table.event;

/** A record is not in the form that is expected; the message says why. */
final class MalformedEventException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedEventException(String message) {
    // Bad records may be many, and nobody looks at where they were found out.
    super(message, null, false, false);
  }

  /** Returns the reason. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
