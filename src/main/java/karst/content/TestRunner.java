package karst.content;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import karst.Engine;
import karst.EngineBuilder;
import karst.Query;
import karst.source.Diagnostic;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/** Runs the tests of a folder's detections. */
public final class TestRunner {
  private static final int MAX_ROWS = 10_000;

  private final ContentFolder folder;
  private final TestPlan plan;
  private final TestData benign;
  private final Supplier<EngineBuilder> engines;

  /**
   * Creates a runner.
   *
   * @param data the folder of recorded events; null for none
   * @param benign data over which every detection that can run has to stay silent
   * @param engines begins an engine with all that tests have in common: macros, models, limits
   * @throws SplException if the folder of recorded events cannot be read
   */
  public TestRunner(
      ContentFolder folder, @Nullable Path data, TestData benign, Supplier<EngineBuilder> engines) {
    this.folder = folder;
    AttackDataFolder files = data == null ? AttackDataFolder.none() : AttackDataFolder.of(data);
    this.plan = new TestPlan(folder, files);
    this.benign = benign;
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
    Iterator<DetectionRun> quiet = overBenign(filter).iterator();
    for (DetectionFile file : folder.files()) {
      if (file instanceof BrokenDetection broken) {
        String fault = broken.diagnostics().get(0).message();
        outcomes.add(
            outcome(broken, "readable", TestOutcome.Status.FAILED, fault, System.nanoTime()));
      } else if (file instanceof Detection detection && filter.accepts(detection)) {
        List<TestCase> cases = plan.of(detection);
        cases.forEach(test -> outcomes.add(run(test, warnings)));
        untested += cases.isEmpty() && benign.isEmpty() ? 1 : 0;
        if (!benign.isEmpty()) {
          outcomes.add(silence(detection, quiet.next(), warnings));
        }
      }
    }
    Duration time = Duration.ofNanos(System.nanoTime() - started);
    return new TestReport(outcomes, untested, List.copyOf(warnings), time);
  }

  /** Runs all detections in one pass over the benign data, if there are any. */
  private List<DetectionRun> overBenign(DetectionFilter filter) {
    if (benign.isEmpty()) {
      return List.of();
    }
    List<Detection> detections = new ArrayList<>();
    for (DetectionFile file : folder.files()) {
      if (file instanceof Detection detection && filter.accepts(detection)) {
        detections.add(detection);
      }
    }
    return new Detector(benign.addTo(engines.get()), 1).run(detections);
  }

  private static TestOutcome silence(
      Detection detection, DetectionRun run, Set<Diagnostic> warnings) {
    warnings.addAll(run.dataWarnings());
    String fault = Verdict.of(new Expectation.Silence(), run, () -> "");
    return outcome(detection, "silent on benign data", run, fault, run.time());
  }

  private TestOutcome run(TestCase test, Set<Diagnostic> warnings) {
    long started = System.nanoTime();
    Detection detection = test.detection();
    if (test.obstacle() != null) {
      return outcome(detection, test.name(), TestOutcome.Status.SKIPPED, test.obstacle(), started);
    }
    EngineBuilder builder = test.data().addTo(engines.get());
    DetectionRun run = new Detector(builder, MAX_ROWS).run(detection);
    warnings.addAll(run.dataWarnings());
    String fault = Verdict.of(test.expectation(), run, () -> whyEmpty(builder.build(), detection));
    return outcome(detection, test.name(), run, fault, since(started));
  }

  private static TestOutcome outcome(
      Detection detection, String test, DetectionRun run, String fault, Duration time) {
    TestOutcome.Status status =
        run.state() == DetectionRun.State.NOT_RUNNABLE
            ? TestOutcome.Status.SKIPPED
            : fault.isEmpty() ? TestOutcome.Status.PASSED : TestOutcome.Status.FAILED;
    return new TestOutcome(detection.file(), detection.name(), test, status, fault, time);
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
    return new TestOutcome(
        detection.file(), detection.name(), test, status, reason, since(started));
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
