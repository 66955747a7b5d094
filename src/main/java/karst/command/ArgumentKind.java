package karst.command;

/** What follows a command's name; it decides how the lexer reads the characters. */
public enum ArgumentKind {
  /** A search expression: values are bare words and {@code *} is a wildcard. */
  SEARCH,
  /** One eval expression. */
  EXPRESSION,
  /** Eval assignments, separated by commas. */
  ASSIGNMENTS,
  /** Options, field lists, aggregations, strings, brackets. */
  GENERAL,
  /** As general, and {@code where} begins a search expression that {@code by} or a pipe ends. */
  GENERAL_WITH_SEARCH,
  /** As general, and a parenthesis that follows no name holds an eval expression. */
  GENERAL_WITH_EXPRESSION
}
