package karst.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import karst.Engine;
import karst.EngineBuilder;
import karst.exec.Limits;
import karst.table.MaxMindLocations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say what a search runs over: tables, macros, times, limits. */
final class EngineOptions {
  // What a loaded table may take of the memory, going by the size of its file.
  private static final int SHARE_OF_TABLE = 4;

  // What a table's text takes while it is laid out, beside its cells.
  private static final int SHARE_OF_LAYOUT = 4;

  @Spec(Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--table",
      paramLabel = "NAME=FILE",
      description =
          "Binds a CSV file (or .csv.gz), or a .parquet file, a folder or a pattern of them, to a"
              + " table or dataset, such as Endpoint.Processes=processes.csv; may be repeated.")
  private List<TableBinding> tables = List.of();

  @Option(
      names = "--events",
      paramLabel = "PATH[,NAME=VALUE]...",
      description =
          "Reads raw events from a file, a folder or a pattern; host=, source=, sourcetype= and"
              + " index= set these fields; may be repeated.")
  private List<EventBinding> events = List.of();

  @Option(
      names = "--mappings",
      paramLabel = "DIR",
      description = "Adds rules that map events to datasets; may be repeated, later ones go first.")
  private List<Path> mappings = List.of();

  @Option(
      names = "--summaries",
      paramLabel = "DIR",
      description =
          "Reads the summaries that `karst summarize` made, and of tables and events only what they"
              + " do not cover.")
  private @Nullable Path summaries;

  @Option(
      names = "--strict",
      description = "Ends the search at a malformed event in place of leaving it out.")
  private boolean strict;

  @Mixin private LibraryOptions libraries = new LibraryOptions();

  @Option(
      names = "--locations",
      paramLabel = "FILE",
      description = "Says where IP addresses are, by a database in MaxMind's format (.mmdb).")
  private @Nullable Path locations;

  @Mixin private BackendOptions backend = new BackendOptions();

  @Mixin private ClockOptions times = new ClockOptions();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Sets the number of threads (default: all cores).")
  private @Nullable Integer threads;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Ends the search after a time such as 30s or 5m.")
  private @Nullable Duration timeout;

  @Option(
      names = "--max-memory",
      paramLabel = "SIZE",
      description = "Bounds the memory of the search, such as 512m or 2g (default: half the heap).")
  private @Nullable ByteCount maxMemory;

  /**
   * Returns the engine that the options describe.
   *
   * @throws karst.source.SplException if a file of the options cannot be read
   */
  Engine engine() {
    return builder().build();
  }

  /**
   * Returns a builder with what the options describe.
   *
   * @throws karst.source.SplException if a file of the options cannot be read
   */
  EngineBuilder builder() {
    EngineBuilder builder = configure(Engine.builder());
    if (!backend.connect(tables, builder)) {
      tables.forEach(binding -> builder.table(binding.open()));
    }
    return builder;
  }

  /**
   * Returns a builder of engines for many searches over the same tables: with what the options
   * describe besides what the builder has already.
   *
   * @throws karst.source.SplException if a file of the options cannot be read
   */
  EngineBuilder forMany(EngineBuilder builder) {
    configure(builder);
    if (backend.connect(tables, builder)) {
      return builder;
    }
    Limits limits = limits();
    for (TableBinding binding : tables) {
      builder.table(binding.openForMany(limits.threads(), limits.maxMemory() / SHARE_OF_TABLE));
    }
    return builder;
  }

  private EngineBuilder configure(EngineBuilder builder) {
    requireDistinctTables();
    times.configure(builder).limits(limits());
    libraries.addTo(builder);
    events.forEach(binding -> builder.events(binding.input()));
    mappings.forEach(builder::mappings);
    builder.strictEvents(strict);
    if (summaries != null) {
      builder.summaries(summaries);
    }
    if (locations != null) {
      builder.locations(MaxMindLocations.open(locations));
    }
    return builder;
  }

  /** Returns the bounds of the run. */
  Limits limits() {
    Limits limits = Limits.defaults();
    if (threads != null) {
      limits = limits.withThreads(threads);
    }
    if (maxMemory != null) {
      limits = limits.withMaxMemory(maxMemory.bytes());
    }
    return timeout == null ? limits : limits.withTimeout(timeout);
  }

  /** Returns how a table for people is laid out. */
  TableStyle tableStyle() {
    return new TableStyle(limits().maxMemory() / SHARE_OF_LAYOUT, times.zone());
  }

  // A file that is silently not searched would be the worst kind of success.
  private void requireDistinctTables() {
    Set<String> names = new HashSet<>();
    for (TableBinding binding : tables) {
      if (!names.add(binding.name())) {
        throw new ParameterException(
            spec.commandLine(),
            "option '--table' binds `" + binding.name() + "` twice; a table is one file");
      }
    }
  }
}
