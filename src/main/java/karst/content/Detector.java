package karst.content;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import karst.BatchResult;
import karst.Engine;
import karst.EngineBuilder;
import karst.Query;
import karst.Result;
import karst.Row;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Severity;
import karst.source.SplException;
import karst.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Runs detections over the tables of an engine.
 *
 * <p>Those that search {@code Risk.All_Risk}, to which no table is bound, run last and over what
 * the others found.
 */
public final class Detector {
  private final EngineBuilder builder;
  private final Engine engine;
  private final int maxFindings;
  private final Set<Diagnostic> notes = new LinkedHashSet<>();

  /**
   * Creates a detector.
   *
   * @param builder an engine with tables, macros and all else that the detections need
   * @param maxFindings how many rows of each detection are kept; the others are counted only
   */
  public Detector(EngineBuilder builder, int maxFindings) {
    this.builder = builder.copy();
    this.engine = builder.build();
    this.maxFindings = maxFindings;
  }

  /**
   * Runs the detections of a folder that a filter accepts, in one pass over each table; files that
   * are none fail.
   */
  public DetectReport run(ContentFolder folder, DetectionFilter filter) {
    long started = System.nanoTime();
    List<Detection> accepted = new ArrayList<>();
    for (DetectionFile file : folder.files()) {
      if (file instanceof Detection detection && filter.accepts(detection)) {
        accepted.add(detection);
      }
    }
    notes.clear();
    Iterator<DetectionRun> ran = run(accepted).iterator();
    List<DetectionRun> runs = new ArrayList<>();
    for (DetectionFile file : folder.files()) {
      if (file instanceof BrokenDetection broken) {
        runs.add(failed(broken));
      } else if (file instanceof Detection detection && filter.accepts(detection)) {
        runs.add(ran.next());
      }
    }
    correlate(runs);
    return new DetectReport(
        runs, List.copyOf(notes), Duration.ofNanos(System.nanoTime() - started));
  }

  private static DetectionRun failed(BrokenDetection broken) {
    return new DetectionRun(
        broken, DetectionRun.State.FAILED, broken.diagnostics(), 0, List.of(), Duration.ZERO);
  }

  /** Runs what lacked nothing but the findings of the others. */
  private void correlate(List<DetectionRun> runs) {
    List<Detection> lacking = new ArrayList<>();
    for (DetectionRun run : runs) {
      if (needsRiskEvents(run) && run.detection() instanceof Detection detection) {
        lacking.add(detection);
      }
    }
    if (lacking.isEmpty()) {
      return;
    }
    Table events = RiskEvents.table(runs.stream().flatMap(run -> run.findings().stream()));
    Iterator<DetectionRun> ran = run(lacking, builder.copy().table(events).build()).iterator();
    runs.replaceAll(run -> needsRiskEvents(run) ? ran.next() : run);
  }

  private static boolean needsRiskEvents(DetectionRun run) {
    return run.state() == DetectionRun.State.NOT_RUNNABLE
        && run.reason().contains("`" + RiskEvents.TABLE + "`");
  }

  /** Runs a detection. */
  public DetectionRun run(Detection detection) {
    return run(List.of(detection)).get(0);
  }

  /** Runs detections in one pass over each table, and returns what came of each. */
  List<DetectionRun> run(List<Detection> detections) {
    return run(detections, engine);
  }

  private List<DetectionRun> run(List<Detection> detections, Engine engine) {
    List<Compiled> compiled =
        detections.stream().map(detection -> Compiled.of(engine, detection)).toList();
    List<Query> queries =
        compiled.stream().map(each -> each.outcome().query()).filter(Objects::nonNull).toList();
    List<DetectionRun> runs = new ArrayList<>();
    try (BatchResult results = engine.batch(queries).run()) {
      Iterator<Result> next = results.iterator();
      for (Compiled each : compiled) {
        boolean runnable = each.outcome().query() != null;
        runs.add(run(each, runnable ? next.next() : null));
      }
      notes.addAll(results.notes());
    }
    return runs;
  }

  /** A detection and what its compilation came to, with the time that it took. */
  private record Compiled(Detection detection, Compilation outcome, long nanos) {
    static Compiled of(Engine engine, Detection detection) {
      long started = System.nanoTime();
      Compilation outcome = Compilation.of(engine, detection);
      return new Compiled(detection, outcome, System.nanoTime() - started);
    }
  }

  private DetectionRun run(Compiled compiled, @Nullable Result result) {
    long started = System.nanoTime();
    Detection detection = compiled.detection();
    List<Finding> findings = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>(compiled.outcome().diagnostics());
    long rows = 0;
    DetectionRun.State state;
    if (result == null) {
      state = state(diagnostics);
    } else {
      try (result) {
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
      // What is wrong with the data may be why it failed.
      diagnostics.addAll(result.warnings());
    }
    Duration time = Duration.ofNanos(compiled.nanos() + System.nanoTime() - started);
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
