package karst.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import karst.Query;
import karst.Result;
import karst.Row;
import karst.source.Diagnostic;
import karst.source.DiagnosticRenderer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code karst run}: runs a search and prints its rows. */
@Command(name = "run", description = "Runs a search and prints its rows.", sortOptions = false)
final class RunCommand implements Callable<Integer> {
  private final Streams streams;

  @ArgGroup(multiplicity = "1")
  private QueryOptions query = new QueryOptions();

  @Mixin private EngineOptions options = new EngineOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TABLE",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Writes to a file, whole or not at all, in place of the standard output.")
  private @Nullable Path output;

  RunCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Query prepared = options.engine().prepare(query.read());
    List<Diagnostic> warnings = new ArrayList<>(prepared.warnings());
    try (Progress progress = Progress.of(streams);
        Result result = prepared.run(progress::update);
        Output target = Output.to(output, streams);
        RowWriter writer = format.writer(target.stream(), result.columns(), output == null)) {
      for (Row row : result) {
        writer.write(row);
      }
      writer.close();
      warnings.addAll(result.warnings());
      progress.close();
      // Only now, when nothing can fail any more, does anybody see a row.
      target.commit();
    }
    if (!warnings.isEmpty()) {
      streams.err().print(DiagnosticRenderer.render(warnings));
    }
    return 0;
  }
}
