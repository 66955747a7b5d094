package karst.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import karst.Summarizer;
import karst.table.summary.Manifest;
import karst.table.summary.Summarizing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code karst summarize}: brings the summary of a dataset up to date. */
@Command(
    name = "summarize",
    description = "Keeps the rows of a dataset in Parquet files, for searches to read.",
    sortOptions = false)
final class SummarizeCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "DATASET", description = "A dataset such as Endpoint.Processes.")
  private String dataset = "";

  @Option(
      names = "--into",
      required = true,
      paramLabel = "DIR",
      description = "The folder of summaries; the dataset gets a folder in it.")
  private Path into = Path.of("");

  @Option(
      names = "--span",
      paramLabel = "TIME",
      description = "The span of time of a file, such as 1h or 1d (default: a day).")
  private Duration span = Duration.ofSeconds(Summarizing.DAY);

  @Mixin private EngineOptions options = new EngineOptions();

  SummarizeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    try (Progress progress = new Progress(streams.err())) {
      Summarizing.Outcome outcome =
          Summarizer.of(options.builder())
              .withSpan(Math.max(1, span.toSeconds()))
              .summarize(dataset, into, progress::update);
      progress.close();
      streams.print(text(outcome));
    }
    return 0;
  }

  private static String text(Summarizing.Outcome outcome) {
    Manifest after = outcome.after();
    String added =
        outcome.inputs() == 0
            ? "nothing new"
            : String.format(
                Locale.ROOT,
                "%,d rows of %s added in %s",
                outcome.rows(),
                count(outcome.inputs(), "input"),
                count(outcome.files(), "file"));
    Double earliest = after.earliest();
    Double latest = after.latest();
    String range =
        earliest == null || latest == null
            ? ""
            : ", from " + time(earliest) + " to " + time(latest);
    return String.format(
        Locale.ROOT,
        "%s: %s; the summary has %,d rows of %s in %s, %,d bytes%s\n",
        after.dataset(),
        added,
        after.rows(),
        count(after.inputs().size(), "input"),
        count(after.files().size(), "file"),
        after.bytes(),
        range);
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String time(double seconds) {
    return Instant.ofEpochSecond((long) Math.floor(seconds)).toString();
  }
}
