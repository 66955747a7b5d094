package karst.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a long run is, on a terminal only. */
final class Progress implements AutoCloseable {
  // A run that ends sooner shows nothing.
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final int WIDTH = 80;
  private static final int UPDATE_MILLIS = 200;

  private final @Nullable Streams streams;
  private final long started = System.nanoTime();
  private @Nullable ProgressBar bar;

  private Progress(@Nullable Streams streams) {
    this.streams = streams;
  }

  /** Returns a display for a terminal, or one that shows nothing. */
  static Progress of(Streams streams) {
    return new Progress(Terminal.isPresent() ? streams : null);
  }

  /** Takes how many bytes are read. */
  synchronized void update(long done, long total) {
    if (streams == null) {
      return;
    }
    if (bar == null && System.nanoTime() - started > PATIENCE_NANOS) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("reading")
              .setUnit(" MB", 1 << 20)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .setConsumer(new ConsoleProgressBarConsumer(streams.err(), WIDTH))
              .clearDisplayOnFinish()
              .build();
    }
    if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(done);
    }
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
