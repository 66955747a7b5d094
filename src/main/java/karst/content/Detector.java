package karst.content;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import karst.Engine;
import karst.Query;
import karst.Result;
import karst.Row;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Severity;
import karst.source.SplException;
import karst.table.Table;

/**
 * Runs detections over the tables of an engine.
 *
 * <p>Those that search {@code Risk.All_Risk}, to which no table is bound, run last and over what
 * the others found.
 */
public final class Detector {
  private final Engine.Builder builder;
  private final Engine engine;
  private final int maxFindings;

  /**
   * Creates a detector.
   *
   * @param builder an engine with tables, macros and all else that the detections need
   * @param maxFindings how many rows of each detection are kept; the others are counted only
   */
  public Detector(Engine.Builder builder, int maxFindings) {
    this.builder = builder.copy();
    this.engine = builder.build();
    this.maxFindings = maxFindings;
  }

  /** Runs the detections of a folder that a filter accepts; files that are none fail. */
  public DetectReport run(ContentFolder folder, DetectionFilter filter) {
    long started = System.nanoTime();
    List<DetectionRun> runs = new ArrayList<>();
    for (DetectionFile file : folder.files()) {
      if (file instanceof Detection detection) {
        if (filter.accepts(detection)) {
          runs.add(run(detection));
        }
      } else if (file instanceof BrokenDetection broken) {
        runs.add(
            new DetectionRun(
                broken,
                DetectionRun.State.FAILED,
                broken.diagnostics(),
                0,
                List.of(),
                Duration.ZERO));
      }
    }
    correlate(runs);
    return new DetectReport(runs, Duration.ofNanos(System.nanoTime() - started));
  }

  /** Runs what lacked nothing but the findings of the others. */
  private void correlate(List<DetectionRun> runs) {
    boolean needed = runs.stream().anyMatch(Detector::needsRiskEvents);
    if (!needed) {
      return;
    }
    Table events = RiskEvents.table(runs.stream().flatMap(run -> run.findings().stream()));
    Engine correlating = builder.copy().table(events).build();
    runs.replaceAll(
        run ->
            needsRiskEvents(run) && run.detection() instanceof Detection detection
                ? run(detection, correlating)
                : run);
  }

  private static boolean needsRiskEvents(DetectionRun run) {
    return run.state() == DetectionRun.State.NOT_RUNNABLE
        && run.reason().contains("`" + RiskEvents.TABLE + "`");
  }

  /** Runs a detection. */
  public DetectionRun run(Detection detection) {
    return run(detection, engine);
  }

  private DetectionRun run(Detection detection, Engine engine) {
    long started = System.nanoTime();
    Compilation compilation = Compilation.of(engine, detection);
    Query query = compilation.query();
    List<Finding> findings = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>(compilation.diagnostics());
    long rows = 0;
    DetectionRun.State state;
    if (query == null) {
      state = state(diagnostics);
    } else {
      try (Result result = query.run()) {
        for (Row row : result) {
          if (rows++ < maxFindings) {
            findings.add(Finding.of(detection, row));
          }
        }
        state = rows > 0 ? DetectionRun.State.FIRED : DetectionRun.State.SILENT;
      } catch (SplException failure) {
        diagnostics.addAll(0, failure.diagnostics());
        state = DetectionRun.State.FAILED;
      } catch (RuntimeException | StackOverflowError failure) {
        diagnostics.add(0, Compilation.internal(failure, detection));
        state = DetectionRun.State.FAILED;
      }
    }
    Duration time = Duration.ofNanos(System.nanoTime() - started);
    return new DetectionRun(detection, state, diagnostics, rows, findings, time);
  }

  private static DetectionRun.State state(List<Diagnostic> diagnostics) {
    boolean lacking =
        diagnostics.stream()
            .filter(found -> found.severity() == Severity.ERROR)
            .allMatch(
                found ->
                    found.code() == DiagnosticCode.UNKNOWN_TABLE
                        || CheckResult.isUnsupported(found));
    return lacking ? DetectionRun.State.NOT_RUNNABLE : DetectionRun.State.FAILED;
  }
}
