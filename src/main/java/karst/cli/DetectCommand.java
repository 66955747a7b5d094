package karst.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import karst.Engine;
import karst.EngineBuilder;
import karst.content.ContentFolder;
import karst.content.DetectReport;
import karst.content.DetectionFilter;
import karst.content.DetectionRun;
import karst.content.Detector;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code karst detect}: runs the detections of a folder and shows what they find. */
@Command(
    name = "detect",
    description = "Runs the detections of a folder over tables and shows what they find.",
    sortOptions = false)
final class DetectCommand implements Callable<Integer> {
  private static final int FOUND = 1;

  private final Streams streams;

  @Option(
      names = "--content",
      required = true,
      paramLabel = "DIR",
      description = "A folder with detections, macros, lookups, as security_content has it.")
  private Path folder = Path.of("");

  @Option(
      names = "--filter",
      paramLabel = "KEY=PATTERN",
      description =
          "Runs only detections whose name, id, file, tag, technique, story, source, status or"
              + " type fits, such as technique=T1059*; may be repeated: one of each key must fit.")
  private List<FilterChoice> filters = List.of();

  @Option(
      names = "--fail-on",
      paramLabel = "STATE",
      split = ",",
      description = "Exits with 1 if a detection fired, or if one failed (error); may be repeated.")
  private List<FailOn> failOn = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "One of table, csv, ndjson (findings), json (everything), html (a report), risk (events"
              + " of Risk.All_Risk as CSV); default: table.")
  private DetectFormat format = DetectFormat.TABLE;

  @Option(
      names = "--states",
      description = "Shows every detection with its state and time in the table, too.")
  private boolean states;

  @Option(
      names = "--max-findings",
      paramLabel = "N",
      description = "Keeps the first rows of each detection and counts the others (default: 1000).")
  private Integer maxFindings = 1000;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Writes to a file, whole or not at all, in place of the standard output.")
  private @Nullable Path output;

  @Mixin private EngineOptions options = new EngineOptions();

  DetectCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    DetectionFilter filter = new DetectionFilter();
    filters.forEach(choice -> filter.add(choice.key(), choice.pattern()));
    ContentFolder content = ContentFolder.read(folder);
    EngineBuilder builder = options.forMany(content.addTo(Engine.builder()));
    DetectReport report = new Detector(builder, maxFindings).run(content, filter);
    try (Output target = Output.to(output, streams)) {
      format.write(report, states, target.stream());
      target.commit();
    }
    streams.warn(report.dataWarnings());
    streams.warn(report.notes());
    return failOn.stream().anyMatch(state -> report.count(state.state()) > 0) ? FOUND : 0;
  }

  /** What makes the exit code 1. */
  enum FailOn {
    /** A finding. */
    FIRED(DetectionRun.State.FIRED),
    /** A detection that is wrong. */
    ERROR(DetectionRun.State.FAILED);

    private final DetectionRun.State state;

    FailOn(DetectionRun.State state) {
      this.state = state;
    }

    DetectionRun.State state() {
      return state;
    }

    /** Reads a name in any case. */
    static FailOn parse(String text) {
      return OptionValues.oneOf(values(), text);
    }
  }
}
