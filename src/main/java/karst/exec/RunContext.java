package karst.exec;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import karst.function.FunctionContext;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.table.ScanContext;
import org.jspecify.annotations.Nullable;

/** One run of a search: its clock, limits, cancellation, warnings and progress. */
public final class RunContext implements ScanContext {
  private final Limits limits;
  private final @Nullable Duration timeout;
  private final boolean together;
  private final double now;
  private final ZoneId zone;
  private final MemoryBudget memory;
  private final long deadline;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final List<Diagnostic> warnings = new ArrayList<>();
  private final ProgressListener progress;
  private final @Nullable RunContext whole;
  private final ScanSource shared;

  /**
   * Creates the context of a run that starts now.
   *
   * @param now what {@code now()} says, in seconds since the epoch
   */
  public RunContext(Limits limits, double now, ZoneId zone, ProgressListener progress) {
    this(limits, limits.timeout(), false, now, zone, progress, null, ScanSource.NONE);
  }

  private RunContext(
      Limits limits,
      @Nullable Duration timeout,
      boolean together,
      double now,
      ZoneId zone,
      ProgressListener progress,
      @Nullable RunContext whole,
      ScanSource shared) {
    this.limits = limits;
    this.timeout = timeout;
    this.together = together;
    this.now = now;
    this.zone = zone;
    this.memory = new MemoryBudget(limits.maxMemory());
    this.progress = progress;
    this.whole = whole;
    this.shared = shared;
    this.deadline = timeout == null ? Long.MAX_VALUE : System.nanoTime() + timeout.toNanos();
  }

  /**
   * Returns the context of a run of several searches that starts now.
   *
   * @param limits the bounds of each search
   * @param timeout how long all of them may take; null for as long as they like
   * @param now what {@code now()} says, in seconds since the epoch
   */
  public static RunContext ofBatch(
      Limits limits,
      @Nullable Duration timeout,
      double now,
      ZoneId zone,
      ProgressListener progress) {
    return new RunContext(limits, timeout, true, now, zone, progress, null, ScanSource.NONE);
  }

  /**
   * Returns the context of a search that starts now as a part of this run: it has bounds of its
   * own, and ends when this run does.
   *
   * @param limits its bounds
   * @param scans what was read for it in advance
   */
  public RunContext part(Limits limits, ScanSource scans) {
    return new RunContext(limits, limits.timeout(), false, now, zone, progress, this, scans);
  }

  /** Is told how far the scans of a run are. */
  @FunctionalInterface
  public interface ProgressListener {
    /** Takes the bytes read so far and in all; called from any thread. */
    void progress(long bytesDone, long bytesTotal);
  }

  /** Returns what {@code now()} says, in seconds since the epoch. */
  public double now() {
    return now;
  }

  /** Returns the user's time zone. */
  public ZoneId zone() {
    return zone;
  }

  /** Returns a fresh context for the functions of one evaluator. */
  public FunctionContext functionContext() {
    return new FunctionContext(now, zone);
  }

  /** Returns the scans that others have read in advance. */
  public ScanSource shared() {
    return shared;
  }

  /** Returns the bounds of the run. */
  public Limits limits() {
    return limits;
  }

  /** Returns the memory of the run. */
  public MemoryBudget memory() {
    return memory;
  }

  /** Ends the run at its next checkpoint; may be called from any thread. */
  public void cancel() {
    cancelled.set(true);
  }

  @Override
  public int batchSize() {
    return limits.batchSize();
  }

  @Override
  public int threads() {
    return limits.threads();
  }

  @Override
  public void checkpoint() {
    if (whole != null) {
      whole.checkpoint();
    }
    if (cancelled.get()) {
      throw Diagnostic.error(DiagnosticCode.CANCELLED, "the search was cancelled").toException();
    }
    if (deadline != Long.MAX_VALUE && System.nanoTime() - deadline > 0) {
      throw Diagnostic.error(
              DiagnosticCode.TIMEOUT,
              (together ? "the searches together took" : "the search took")
                  + " longer than "
                  + readable(timeout))
          .hint("raise the limit (--timeout), or make the search more selective")
          .toException();
    }
  }

  /** A duration such as 1m30s or 0.5s: ISO 8601 without its letters for machines. */
  private static String readable(@Nullable Duration timeout) {
    return String.valueOf(timeout).replaceFirst("^PT", "").toLowerCase(Locale.ROOT);
  }

  @Override
  public synchronized void report(Diagnostic warning) {
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  /** Returns the warnings about data so far. */
  public synchronized List<Diagnostic> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public void progress(long bytesDone, long bytesTotal) {
    progress.progress(bytesDone, bytesTotal);
  }
}
