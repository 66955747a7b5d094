package karst.exec;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a run.
 *
 * @param threads how many threads a run may use, at least 1
 * @param batchSize the number of rows that operators aim at in a batch
 * @param maxMemory how many bytes the state of all operators may take together
 * @param timeout how long a run may take; null for as long as it likes
 */
public record Limits(int threads, int batchSize, long maxMemory, @Nullable Duration timeout) {
  /** The batch size that is used unless another is asked for. */
  public static final int DEFAULT_BATCH_SIZE = 4096;

  public Limits {
    if (threads < 1 || batchSize < 1 || maxMemory < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /** Returns the defaults: all cores, half of the heap, no timeout. */
  public static Limits defaults() {
    Runtime runtime = Runtime.getRuntime();
    return new Limits(
        runtime.availableProcessors(), DEFAULT_BATCH_SIZE, runtime.maxMemory() / 2, null);
  }

  /** Returns these limits with another number of threads. */
  public Limits withThreads(int count) {
    return new Limits(count, batchSize, maxMemory, timeout);
  }

  /** Returns these limits with another batch size. */
  public Limits withBatchSize(int rows) {
    return new Limits(threads, rows, maxMemory, timeout);
  }

  /** Returns these limits with another bound on memory. */
  public Limits withMaxMemory(long bytes) {
    return new Limits(threads, batchSize, bytes, timeout);
  }

  /** Returns these limits with a bound on time. */
  public Limits withTimeout(Duration duration) {
    return new Limits(threads, batchSize, maxMemory, duration);
  }
}
