package karst.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import karst.Backend;
import karst.EngineBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say which engine runs a search: Karst's own, or a back end's. */
final class BackendOptions {
  private static final String OWN = "embedded";

  @Spec(Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description =
          "Runs searches on another engine, such as spark, if this build has it (default:"
              + " embedded).")
  private String engine = OWN;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Says where Spark runs: local[2], spark://HOST:PORT, yarn, k8s://URL (default: as"
              + " spark-submit says, or all cores of this machine).")
  private @Nullable String master;

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "Sets something of Spark's own; may be repeated.")
  private Map<String, String> configuration = Map.of();

  @Option(
      names = "--ordinal",
      paramLabel = "COLUMN",
      description =
          "Names a column that tells the order of the rows in each table of Spark whose files do"
              + " not tell it.")
  private @Nullable String ordinal;

  /**
   * Gives a builder the tables of another engine, if one is asked for. The connection lasts as long
   * as Java runs.
   *
   * @return whether there is one; without, the tables are those of files
   * @throws karst.source.SplException if there is no connection, or no such table
   */
  boolean connect(List<TableBinding> tables, EngineBuilder builder) {
    if (engine.equals(OWN)) {
      requireNone();
      return false;
    }
    Backend.Connection connection =
        backend().connect(new Backend.Settings(Optional.ofNullable(master), configuration));
    for (TableBinding table : tables) {
      connection.open(table.name(), table.path(), Optional.ofNullable(ordinal));
    }
    connection.configure(builder);
    return true;
  }

  private void requireNone() {
    if (master != null || ordinal != null || !configuration.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--master, --conf and --ordinal need --engine spark");
    }
  }

  private Backend backend() {
    List<String> names = new ArrayList<>(List.of(OWN));
    for (Backend backend : ServiceLoader.load(Backend.class)) {
      if (backend.name().equals(engine)) {
        return backend;
      }
      names.add(backend.name());
    }
    String build = engine.equals("spark") ? "; `mvn -Pspark package` makes one that has it" : "";
    throw new ParameterException(
        spec.commandLine(),
        "there is no engine `%s` in this build, but %s%s"
            .formatted(engine, String.join(", ", names), build));
  }
}
