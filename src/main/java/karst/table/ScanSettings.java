package karst.table;

import java.util.function.Consumer;
import karst.source.Diagnostic;

/**
 * A scan context of plain values.
 *
 * @param batchSize the largest number of rows in a batch
 * @param threads the number of threads that may decode
 * @param onCheckpoint runs at each checkpoint; stops the scan by throwing
 * @param onReport takes the warnings
 * @param onProgress takes the progress
 */
public record ScanSettings(
    int batchSize,
    int threads,
    Runnable onCheckpoint,
    Consumer<Diagnostic> onReport,
    Progress onProgress)
    implements ScanContext {
  /** Takes how much of the data has been delivered. */
  @FunctionalInterface
  public interface Progress {
    /** Takes two numbers of bytes. */
    void at(long bytesDone, long bytesTotal);
  }

  public ScanSettings {
    if (batchSize < 1 || threads < 1) {
      throw new IllegalArgumentException("a scan needs rows and threads");
    }
  }

  /** Returns one thread, batches of the default size, and nobody who listens. */
  public static ScanSettings defaults() {
    return new ScanSettings(
        DEFAULT_BATCH_SIZE, 1, () -> {}, diagnostic -> {}, (bytesDone, bytesTotal) -> {});
  }

  /** Returns these settings with another batch size. */
  public ScanSettings withBatchSize(int rows) {
    return new ScanSettings(rows, threads, onCheckpoint, onReport, onProgress);
  }

  /** Returns these settings with another number of threads. */
  public ScanSettings withThreads(int count) {
    return new ScanSettings(batchSize, count, onCheckpoint, onReport, onProgress);
  }

  /** Returns these settings with another checkpoint. */
  public ScanSettings onCheckpoint(Runnable checkpoint) {
    return new ScanSettings(batchSize, threads, checkpoint, onReport, onProgress);
  }

  /** Returns these settings with another taker of warnings. */
  public ScanSettings onReport(Consumer<Diagnostic> report) {
    return new ScanSettings(batchSize, threads, onCheckpoint, report, onProgress);
  }

  /** Returns these settings with another taker of progress. */
  public ScanSettings onProgress(Progress progress) {
    return new ScanSettings(batchSize, threads, onCheckpoint, onReport, progress);
  }

  @Override
  public void checkpoint() {
    onCheckpoint.run();
  }

  @Override
  public void report(Diagnostic diagnostic) {
    onReport.accept(diagnostic);
  }

  @Override
  public void progress(long bytesDone, long bytesTotal) {
    onProgress.at(bytesDone, bytesTotal);
  }
}
