package karst.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code karst run}: runs searches and prints their rows. */
@Command(
    name = "run",
    description = "Runs a search, or several together, and prints the rows.",
    sortOptions = false)
final class RunCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  private SearchOptions searches = new SearchOptions();

  @Mixin private EngineOptions options = new EngineOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "One of table, csv, json, ndjson, parquet (default: parquet for an output so named, table"
              + " for any other).")
  private @Nullable Format format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Writes to a file, whole or not at all, in place of the standard output; of several"
              + " searches, each to a file of its own in this folder.")
  private @Nullable Path output;

  RunCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (!searches.several().isEmpty()) {
      return several(searches.several());
    }
    new QueryRun(format(), output, options.tableStyle(), streams)
        .run(options.engine().prepare(searches.read()), result -> {});
    return 0;
  }

  private Format format() {
    return format == null ? Format.of(output) : format;
  }

  private int several(List<Path> files) {
    return new SearchFiles(files, outputs(files), streams, options.tableStyle())
        .run(options.engine());
  }

  private ResultFiles outputs(List<Path> files) {
    try {
      return ResultFiles.of(files, output, format());
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }
}
