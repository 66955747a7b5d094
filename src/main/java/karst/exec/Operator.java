package karst.exec;

import karst.vector.Batch;
import org.jspecify.annotations.Nullable;

/**
 * A running operator: batches are pulled out of it one by one.
 *
 * <p>An operator owns its inputs and closes them. Batches are never empty.
 */
public interface Operator extends AutoCloseable {
  /** Returns the next batch, or null at the end. */
  @Nullable Batch next();

  /** Frees everything; may be called at any time, also twice. */
  @Override
  void close();
}
