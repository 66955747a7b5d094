package karst;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import karst.table.CsvTable;
import karst.table.Table;
import karst.table.Tables;
import karst.table.event.EventInput;
import karst.table.event.EventSet;
import karst.table.parquet.ParquetTable;
import karst.table.summary.Coverage;
import karst.table.summary.SummarizedTable;
import karst.table.summary.Summarizing.Source;
import karst.table.summary.SummaryFolder;
import org.jspecify.annotations.Nullable;

/**
 * The summaries of an engine.
 *
 * @param folder where they are
 * @param names the datasets that have one
 * @param events the raw events of the engine
 * @param strict whether a malformed event ends a search
 * @param maxMemory the memory that a search may take
 */
record Summaries(
    Path folder, List<String> names, List<EventInput> events, boolean strict, long maxMemory) {
  private static final String TABLE = "table";

  /** Returns the summaries of a builder, null if it has none. */
  static @Nullable Summaries of(EngineBuilder builder) {
    Path folder = builder.summaries;
    return folder == null
        ? null
        : new Summaries(
            folder,
            SummaryFolder.datasets(folder),
            List.copyOf(builder.events),
            builder.strictEvents,
            builder.limits.maxMemory());
  }

  /** Returns whether a dataset has a summary. */
  boolean has(String dataset) {
    return names.contains(dataset);
  }

  /** Returns the summary of a dataset, or null. */
  @Nullable Table only(String dataset) {
    return has(dataset) ? SummaryFolder.of(folder, dataset).table() : null;
  }

  /**
   * Returns the summary of a dataset and what it does not cover; null if neither has rows.
   *
   * @param bound the table that is bound to the dataset; null for none
   * @param mapped makes the dataset's table of raw events; null if they have no rules for it
   */
  @Nullable Table withRest(
      String dataset, @Nullable Table bound, Function<EventSet, @Nullable Table> mapped) {
    Table summary = only(dataset);
    Coverage coverage = new Coverage(SummaryFolder.of(folder, dataset).manifest());
    Table rest = bound == null ? events(coverage, mapped) : rest(bound, coverage);
    if (summary == null || rest == null) {
      return summary == null ? rest : summary;
    }
    return new SummarizedTable(summary, rest);
  }

  private @Nullable Table events(Coverage coverage, Function<EventSet, @Nullable Table> mapped) {
    List<EventInput> rest = new ArrayList<>();
    for (EventInput input : events) {
      for (Path file : EventSet.files(input)) {
        if (!coverage.covers(file, origin(input))) {
          rest.add(at(file, input));
        }
      }
    }
    return rest.isEmpty() ? null : mapped.apply(EventSet.open(rest, strict, maxMemory));
  }

  private static @Nullable Table rest(Table table, Coverage coverage) {
    if (table instanceof ParquetTable parquet) {
      List<Path> files =
          parquet.files().stream().filter(file -> !coverage.covers(file, TABLE)).toList();
      return files.isEmpty() ? null : Tables.parquet(table.name(), files);
    }
    return table instanceof CsvTable csv && coverage.covers(csv.file(), TABLE) ? null : table;
  }

  /** Returns the files that a table is read from; none if it is not read from files. */
  static List<Source> sources(Table table) {
    List<Path> files =
        table instanceof ParquetTable parquet
            ? parquet.files()
            : table instanceof CsvTable csv ? List.of(csv.file()) : List.of();
    return files.stream().map(file -> new Source(file, TABLE)).toList();
  }

  /** Returns the input of one of another's files. */
  static EventInput at(Path file, EventInput input) {
    return new EventInput(
        file.toString(), input.host(), input.source(), input.sourcetype(), input.index());
  }

  /** Returns how events are read, in words: read otherwise, a file has other rows. */
  static String origin(EventInput input) {
    return Stream.of(
            "events",
            said("host", input.host()),
            said("source", input.source()),
            said("sourcetype", input.sourcetype()),
            said("index", input.index()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String said(String name, @Nullable String value) {
    return value == null ? "" : name + "=" + value;
  }
}
