package karst.function;

/**
 * A documented example, executed by a test.
 *
 * @param expression the eval expression
 * @param result its value as text; {@code null} for no value, {@code [a, b]} for a list
 */
public record Example(String expression, String result) {}
