package karst.cli;

import java.util.concurrent.Callable;
import karst.Query;
import karst.Stage;
import karst.source.DiagnosticRenderer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code karst explain}: shows what a stage of compilation makes of a search. */
@Command(
    name = "explain",
    description = "Shows what a stage of compilation makes of a search.",
    sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
  private final Streams streams;

  @ArgGroup(multiplicity = "1")
  private QueryOptions query = new QueryOptions();

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      defaultValue = "OPTIMIZED",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Stage stage = Stage.OPTIMIZED;

  @Mixin private EngineOptions options = new EngineOptions();

  ExplainCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Query prepared = options.engine().prepare(query.read());
    streams.out().print(prepared.explain(stage));
    if (!prepared.warnings().isEmpty()) {
      streams.err().print(DiagnosticRenderer.render(prepared.warnings()));
    }
    return 0;
  }
}
