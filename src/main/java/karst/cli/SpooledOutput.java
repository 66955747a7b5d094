package karst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** An output to a stream, which gets its first byte when the last one is known. */
final class SpooledOutput implements Output {
  private final Target target;
  private final Consumer<IOException> failures;
  private final Spool spool = new Spool();

  /**
   * Creates an output.
   *
   * @param failures takes the failure to write to the target; throws it if it matters
   */
  SpooledOutput(Target target, Consumer<IOException> failures) {
    this.target = target;
    this.failures = failures;
  }

  /** Opens a stream. */
  @FunctionalInterface
  interface Target {
    OutputStream open() throws IOException;
  }

  @Override
  public OutputStream stream() {
    return spool;
  }

  @Override
  public void commit() {
    try {
      OutputStream out = target.open();
      spool.copyTo(out);
      out.flush();
    } catch (IOException failure) {
      failures.accept(failure);
    }
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
