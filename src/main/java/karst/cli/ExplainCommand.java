package karst.cli;

import java.util.concurrent.Callable;
import karst.Query;
import karst.Stage;
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
      description =
          "One of expanded, ast, bound, plan, optimized, physical (default: optimized), or sql: and a"
              + " dialect, such as sql:duckdb.")
  private StageChoice stage = new StageChoice(Stage.OPTIMIZED, null);

  @Mixin private EngineOptions options = new EngineOptions();

  ExplainCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Query prepared = options.engine().prepare(query.read());
    streams.print(stage.explain(prepared));
    streams.warn(prepared.warnings());
    return 0;
  }
}
