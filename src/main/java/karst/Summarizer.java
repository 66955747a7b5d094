package karst;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import karst.exec.RunContext;
import karst.model.Resolution;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.table.Table;
import karst.table.Tables;
import karst.table.event.EventInput;
import karst.table.event.EventSet;
import karst.table.parquet.ParquetTable;
import karst.table.summary.Summarizing;
import karst.table.summary.Summarizing.Source;
import karst.table.summary.SummaryFolder;

/**
 * Makes summaries of datasets: their rows in Parquet files by time, which searches read in place of
 * the events that they are of.
 *
 * <pre>{@code
 * Summarizer.of(Engine.builder().events(EventInput.of("logs/")))
 *     .summarize("Endpoint.Processes", Path.of("summaries"));
 * }</pre>
 */
public final class Summarizer {
  // What rows that wait to be written may take of the memory.
  private static final int SHARE = 2;

  private final EngineBuilder builder;
  private final long span;

  private Summarizer(EngineBuilder builder, long span) {
    this.builder = builder;
    this.span = span;
  }

  /** Returns a summarizer of the tables and events of a builder, with files of a day. */
  public static Summarizer of(EngineBuilder builder) {
    EngineBuilder own = builder.copy();
    // What is summarised already must not come out of the summary again.
    own.summaries = null;
    return new Summarizer(own, Summarizing.DAY);
  }

  /** Returns this summarizer with files of another span of time, in seconds. */
  public Summarizer withSpan(long seconds) {
    if (seconds < 1) {
      throw new IllegalArgumentException("a span of " + seconds + " seconds");
    }
    return new Summarizer(builder, seconds);
  }

  /**
   * Brings the summary of a dataset up to date: appends the rows of those files that are not in it
   * yet, all of them or, if this fails or the process dies, none.
   *
   * @param dataset the dataset, such as {@code Endpoint.Processes}
   * @param into the folder of summaries, in which the dataset has one of its own
   * @return the summary before and afterwards
   * @throws karst.source.SplException if there is no such dataset or no file of it, a file was in
   *     the summary with another content, or another process writes to it
   */
  public Summarizing.Outcome summarize(String dataset, Path into) {
    return summarize(dataset, into, (done, total) -> {});
  }

  /**
   * Brings the summary of a dataset up to date.
   *
   * @param progress is told how much has been read
   */
  public Summarizing.Outcome summarize(
      String dataset, Path into, RunContext.ProgressListener progress) {
    String name = table(dataset);
    Engine engine = builder.build();
    Table bound = builder.tables.get(name);
    Map<Source, EventInput> events = new LinkedHashMap<>();
    if (bound == null) {
      events.putAll(events(name, engine));
    }
    List<Source> sources = bound == null ? List.copyOf(events.keySet()) : files(bound);
    SummaryFolder folder = SummaryFolder.of(into, name);
    return new Summarizing(folder, span, builder.limits.maxMemory() / SHARE)
        .run(
            sources,
            fresh -> bound == null ? mapped(name, fresh, events) : bound(bound, fresh),
            engine.runContext(progress));
  }

  private String table(String dataset) {
    Resolution resolution = builder.models.resolve(dataset, List.of());
    if (resolution instanceof Resolution.Missing missing) {
      throw missing.diagnostic().toException();
    }
    return ((Resolution.Found) resolution).dataset().tableName();
  }

  private Map<Source, EventInput> events(String name, Engine engine) {
    if (engine.table(name) == null) {
      throw Diagnostic.error(
              DiagnosticCode.UNKNOWN_TABLE, "no table is bound to the dataset `" + name + "`")
          .hint("name its files: --table " + name + "=FILE, or --events PATH")
          .toException();
    }
    Map<Source, EventInput> events = new LinkedHashMap<>();
    for (EventInput input : builder.events) {
      for (Path file : EventSet.files(input)) {
        events.put(new Source(file, Summaries.origin(input)), Summaries.at(file, input));
      }
    }
    return events;
  }

  private static List<Source> files(Table table) {
    List<Source> sources = Summaries.sources(table);
    if (sources.isEmpty()) {
      throw Diagnostic.error(
              DiagnosticCode.UNSUPPORTED,
              "the table of `" + table.name() + "` is not read from files that have rows")
          .toException();
    }
    return sources;
  }

  private static Table bound(Table table, List<Source> fresh) {
    return table instanceof ParquetTable
        ? Tables.parquet(table.name(), fresh.stream().map(Source::path).toList())
        : table;
  }

  private Table mapped(String name, List<Source> fresh, Map<Source, EventInput> events) {
    EngineBuilder some = builder.copy();
    some.events.clear();
    fresh.forEach(source -> some.events(Objects.requireNonNull(events.get(source))));
    return Objects.requireNonNull(some.build().table(name));
  }
}
