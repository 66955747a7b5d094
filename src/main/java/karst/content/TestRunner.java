package karst.content;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import karst.Engine;
import karst.EngineBuilder;
import karst.Query;
import karst.source.Diagnostic;
import karst.source.SplException;
import karst.table.Table;
import org.jspecify.annotations.Nullable;

/** Runs the tests of a folder's detections. */
public final class TestRunner {
  private static final int MAX_ROWS = 10_000;

  private final ContentFolder folder;
  private final TestPlan plan;
  private final Supplier<EngineBuilder> engines;

  /**
   * Creates a runner.
   *
   * @param data the folder of recorded events; null for none
   * @param benign tables over which every detection that can run has to stay silent
   * @param engines begins an engine with all that tests have in common: macros, models, limits
   * @throws SplException if the folder of recorded events cannot be read
   */
  public TestRunner(
      ContentFolder folder,
      @Nullable Path data,
      List<Table> benign,
      Supplier<EngineBuilder> engines) {
    this.folder = folder;
    AttackDataFolder files = data == null ? AttackDataFolder.none() : AttackDataFolder.of(data);
    this.plan = new TestPlan(folder, files, List.copyOf(benign));
    this.engines = engines;
  }

  /**
   * Runs the tests of the detections that a filter accepts.
   *
   * @throws SplException if a file of tests is malformed
   */
  public TestReport run(DetectionFilter filter) {
    long started = System.nanoTime();
    List<TestOutcome> outcomes = new ArrayList<>();
    Set<Diagnostic> warnings = new LinkedHashSet<>();
    int untested = 0;
    for (DetectionFile file : folder.files()) {
      if (file instanceof BrokenDetection broken) {
        String fault = broken.diagnostics().get(0).message();
        outcomes.add(
            outcome(broken, "readable", TestOutcome.Status.FAILED, fault, System.nanoTime()));
      } else if (file instanceof Detection detection && filter.accepts(detection)) {
        List<TestCase> cases = plan.of(detection);
        cases.forEach(test -> outcomes.add(run(test, warnings)));
        untested += cases.isEmpty() ? 1 : 0;
      }
    }
    Duration time = Duration.ofNanos(System.nanoTime() - started);
    return new TestReport(outcomes, untested, List.copyOf(warnings), time);
  }

  private TestOutcome run(TestCase test, Set<Diagnostic> warnings) {
    long started = System.nanoTime();
    Detection detection = test.detection();
    if (test.obstacle() != null) {
      return outcome(detection, test.name(), TestOutcome.Status.SKIPPED, test.obstacle(), started);
    }
    EngineBuilder builder = engines.get();
    test.tables().forEach(builder::table);
    test.events().forEach(builder::events);
    DetectionRun run = new Detector(builder, MAX_ROWS).run(detection);
    warnings.addAll(run.dataWarnings());
    if (run.state() == DetectionRun.State.NOT_RUNNABLE) {
      return outcome(detection, test.name(), TestOutcome.Status.SKIPPED, run.reason(), started);
    }
    String fault =
        run.state() == DetectionRun.State.FAILED
            ? run.reason()
            : Verdict.of(test.expectation(), run, () -> whyEmpty(builder.build(), detection));
    TestOutcome.Status status =
        fault.isEmpty() ? TestOutcome.Status.PASSED : TestOutcome.Status.FAILED;
    return outcome(detection, test.name(), status, fault, started);
  }

  private static String whyEmpty(Engine engine, Detection detection) {
    Query query = Compilation.of(engine, detection).query();
    return query == null ? "" : query.whyEmpty();
  }

  private static TestOutcome outcome(
      DetectionFile detection,
      String test,
      TestOutcome.Status status,
      String reason,
      long started) {
    Duration time = Duration.ofNanos(System.nanoTime() - started);
    return new TestOutcome(detection.file(), detection.name(), test, status, reason, time);
  }
}
