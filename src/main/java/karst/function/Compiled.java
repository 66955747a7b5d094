package karst.function;

import java.util.function.Function;
import karst.type.InvalidSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What a text argument compiles to: a pattern, a format, a time modifier. A text that cannot be
 * understood compiles to null, and the function's answer is null; of a literal the planner has told
 * the user before ({@link Parameter#check}).
 *
 * @param use tells the uses of one text apart
 * @param compile may throw {@link InvalidSyntaxException}
 */
public record Compiled<T>(String use, Function<String, T> compile) {
  /** Returns what the text of an argument means, or null. */
  public @Nullable T of(Row row, int argument) {
    return of(row.context(), row.text(argument));
  }

  /** Returns what a text means, or null. */
  public @Nullable T of(FunctionContext context, String text) {
    return context.compiled(use, text, this::compileOrNull);
  }

  private @Nullable T compileOrNull(String text) {
    try {
      return compile.apply(text);
    } catch (InvalidSyntaxException e) {
      return null;
    }
  }
}
