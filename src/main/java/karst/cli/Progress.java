package karst.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a long run is, on a terminal only. */
final class Progress implements AutoCloseable {
  // A run that ends sooner shows nothing, and does not even look for a terminal.
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final int WIDTH = 80;
  private static final int UPDATE_MILLIS = 200;

  private final PrintStream err;
  private final long started = System.nanoTime();
  private boolean over;
  private @Nullable ProgressBar bar;

  /** Creates a display that has nothing to show yet. */
  Progress(PrintStream err) {
    this.err = err;
  }

  /** Takes how many bytes are read. */
  synchronized void update(long done, long total) {
    if (bar == null && !over && System.nanoTime() - started > PATIENCE_NANOS) {
      over = !Terminal.showsErrors();
      bar = over ? null : open(total);
    }
    if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(done);
    }
  }

  private ProgressBar open(long total) {
    return new ProgressBarBuilder()
        .setTaskName("reading")
        .setUnit(" MB", 1 << 20)
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
        .clearDisplayOnFinish()
        .build();
  }

  /** Makes room for something else to be shown; further progress is shown again. */
  synchronized void clear() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  @Override
  public synchronized void close() {
    over = true;
    clear();
  }
}
