package karst.function;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What kernels may know of the run, and a cache of what they compile: patterns, formats.
 *
 * <p>One context serves one evaluator in one thread.
 */
public final class FunctionContext {
  private static final int CACHED_TEXTS = 1000;

  private final double now;
  private final ZoneId zone;
  private final Clock clock;
  private final SplittableRandom random;
  private final Map<String, Map<String, Entry>> compiled = new HashMap<>();
  private Entry last = new Entry("", "", null);

  private record Entry(String use, String text, @Nullable Object value) {}

  /**
   * Creates a context with the machine's clock and a random source of its own.
   *
   * @param now the search's start, in seconds since the epoch, whole
   * @param zone the user's time zone
   */
  public FunctionContext(double now, ZoneId zone) {
    this(now, zone, Clock.systemUTC(), new SplittableRandom());
  }

  /**
   * Creates a context.
   *
   * @param now the search's start, in seconds since the epoch, whole
   * @param zone the user's time zone
   * @param clock the wall clock of {@code time()}
   * @param random the source of {@code random()}
   */
  public FunctionContext(double now, ZoneId zone, Clock clock, SplittableRandom random) {
    this.now = now;
    this.zone = zone;
    this.clock = clock;
    this.random = random;
  }

  /** Returns the search's start in seconds since the epoch; fixed for a run. */
  public double now() {
    return now;
  }

  /** Returns the user's time zone. */
  public ZoneId zone() {
    return zone;
  }

  /** Returns the wall clock. */
  public Clock clock() {
    return clock;
  }

  /** Returns the source of random numbers. */
  public SplittableRandom random() {
    return random;
  }

  /**
   * Returns what a text compiles to, computed once per text.
   *
   * @param use tells the uses of one text apart, such as {@code "regex"}
   * @param text the text
   * @param compile makes the value; it may be null
   */
  @SuppressWarnings("unchecked")
  public <T> @Nullable T compiled(
      String use, String text, Function<String, ? extends @Nullable T> compile) {
    if (!last.text.equals(text) || !last.use.equals(use)) {
      last = entry(use, text, compile);
    }
    return (T) last.value;
  }

  private Entry entry(String use, String text, Function<String, ?> compile) {
    Map<String, Entry> entries = compiled.computeIfAbsent(use, key -> new HashMap<>());
    Entry entry = entries.get(text);
    if (entry == null) {
      if (entries.size() >= CACHED_TEXTS) {
        // Patterns out of a column: keep the cache bounded.
        entries.clear();
      }
      entry = new Entry(use, text, compile.apply(text));
      entries.put(text, entry);
    }
    return entry;
  }
}
