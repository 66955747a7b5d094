package karst.command;

/** The sign before a field of {@code sort} and {@code fields}. */
enum Sign {
  PLUS,
  MINUS
}
