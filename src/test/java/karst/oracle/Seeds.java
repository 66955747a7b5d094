package karst.oracle;

import java.util.List;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Chooses what every property of the tests is tried with. Without options each property has a seed
 * of its own that never changes: the test command does tomorrow what it did today.
 *
 * <p>In a long run, {@code -Dkarst.laws.seconds=N}, each property is tried for so many seconds from
 * a seed that is new in every run. {@code -Dkarst.laws.seed=N} sets the seed of either run, to
 * repeat one; {@code -Dkarst.laws.tries=N} makes a run shorter. jqwik's report of a property names
 * its seed, its tries and the sample that fails.
 */
public final class Seeds implements AroundPropertyHook, AroundTryHook {
  private static final long SECONDS = Long.getLong("karst.laws.seconds", 0);
  private static final String SEED = System.getProperty("karst.laws.seed", "");

  /** The most that each property is tried, for runs that start it again and again. */
  private static final int TRIES = Integer.getInteger("karst.laws.tries", Integer.MAX_VALUE);

  /** More than there is time for. */
  private static final int ENDLESS = 100_000_000;

  private long end = Long.MAX_VALUE;

  /** Returns whether properties are tried with what they were tried with before. */
  static boolean fixed() {
    return SECONDS == 0 && SEED.isEmpty();
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyAttributes attributes = context.attributes();
    boolean repeated = attributes.tries().orElse(0) != 1;
    boolean longRun = SECONDS > 0 && repeated;
    if (!SEED.isEmpty()) {
      attributes.setSeed(SEED);
    } else if (!longRun && attributes.seed().isEmpty()) {
      attributes.setSeed(Integer.toString(context.extendedLabel().hashCode()));
    }
    if (!longRun) {
      attributes
          .tries()
          .filter(tries -> tries > TRIES)
          .ifPresent(more -> attributes.setTries(TRIES));
      return property.execute();
    }
    attributes.setTries(ENDLESS);
    attributes.setGeneration(GenerationMode.RANDOMIZED);
    end = System.nanoTime() + SECONDS * 1_000_000_000L;
    return property.execute();
  }

  @Override
  public TryExecutionResult aroundTry(
      TryLifecycleContext context, TryExecutor tried, List<Object> parameters) {
    TryExecutionResult result = tried.execute(parameters);
    boolean over = SECONDS > 0 && System.nanoTime() - end > 0;
    return over && result.isSatisfied() ? TryExecutionResult.satisfied(true) : result;
  }
}
