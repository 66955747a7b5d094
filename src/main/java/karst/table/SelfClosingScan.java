package karst.table;

import karst.vector.Batch;
import org.jspecify.annotations.Nullable;

/** A scan that closes itself when it ends or fails, so that nothing outlives its last batch. */
public abstract class SelfClosingScan implements Scan {
  @Override
  public final @Nullable Batch next() {
    boolean healthy = false;
    try {
      Batch batch = advance();
      healthy = batch != null;
      return batch;
    } finally {
      if (!healthy) {
        close();
      }
    }
  }

  /** Returns the next rows, at least one, or null at the end; whatever it throws, it is closed. */
  protected abstract @Nullable Batch advance();
}
