package karst.function;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What kernels may know of the run, and a cache of what they compile: patterns, formats.
 *
 * <p>One context serves one evaluator in one thread.
 */
public final class FunctionContext {
  private final double now;
  private final ZoneId zone;
  private final Map<String, Object> compiled = new HashMap<>();

  /**
   * Creates a context.
   *
   * @param now the search's start, in seconds since the epoch, whole
   * @param zone the user's time zone
   */
  public FunctionContext(double now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** Returns the search's start in seconds since the epoch; fixed for a run. */
  public double now() {
    return now;
  }

  /** Returns the user's time zone. */
  public ZoneId zone() {
    return zone;
  }

  /**
   * Returns what a text compiles to, computed once per text.
   *
   * @param key the use and the text, such as {@code "regex:" + pattern}
   * @param compile makes the value
   */
  @SuppressWarnings("unchecked")
  public <T> T compiled(String key, Function<String, T> compile) {
    Object value = compiled.get(key);
    if (value == null) {
      if (compiled.size() >= 1000) {
        // Patterns out of a column: keep the cache bounded.
        compiled.clear();
      }
      value = compile.apply(key.substring(key.indexOf(':') + 1));
      compiled.put(key, value);
    }
    return (T) value;
  }
}
