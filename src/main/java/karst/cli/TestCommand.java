package karst.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import karst.Engine;
import karst.EngineBuilder;
import karst.content.ContentFolder;
import karst.content.DetectionFilter;
import karst.content.TestData;
import karst.content.TestOutcome;
import karst.content.TestReport;
import karst.content.TestRunner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code karst test}: runs the tests of the detections of a folder. */
@Command(
    name = "test",
    description = "Runs the tests of the detections of a folder.",
    sortOptions = false)
final class TestCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  private final Streams streams;

  @Parameters(
      paramLabel = "DIR",
      description = "A folder with detections, macros, lookups, as security_content has it.")
  private Path folder = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Finds the events that tests name below a folder, by the last parts of their address.")
  private @Nullable Path data;

  @Option(
      names = "--benign",
      paramLabel = "NAME=FILE|PATH[,NAME=VALUE]...",
      description =
          "Tests that every detection stays silent over a table, or over raw events as for"
              + " --events; may be repeated.")
  private List<BenignBinding> benign = List.of();

  @Option(
      names = "--filter",
      paramLabel = "KEY=PATTERN",
      description = "Tests only detections that fit, as for detect; may be repeated.")
  private List<FilterChoice> filters = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of text, json, junit (default: text).")
  private TestFormat format = TestFormat.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Writes to a file, whole or not at all, in place of the standard output.")
  private @Nullable Path output;

  @Mixin private EngineOptions options = new EngineOptions();

  TestCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    DetectionFilter filter = new DetectionFilter();
    filters.forEach(choice -> filter.add(choice.key(), choice.pattern()));
    ContentFolder content = ContentFolder.read(folder);
    TestData quiet = BenignBinding.data(benign);
    // Read once, since macros and models are the same for all tests.
    EngineBuilder common = options.forMany(content.addTo(Engine.builder()));
    TestReport report = new TestRunner(content, data, quiet, common::copy).run(filter);
    try (Output target = Output.to(output, streams)) {
      format.write(report, target.stream());
      target.commit();
    }
    streams.warn(report.dataWarnings());
    return report.count(TestOutcome.Status.FAILED) > 0 ? FAILED : 0;
  }
}
