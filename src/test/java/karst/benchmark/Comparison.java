package karst.benchmark;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import karst.BatchResult;
import karst.Engine;
import karst.QueryBatch;
import karst.exec.Limits;
import karst.table.LoadedTable;
import karst.table.Table;
import karst.table.Tables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the same searches in Karst and, as SQL by hand, in DuckDB, in turn, compares the answers and
 * prints how long each took: from the text of the search to its rows, in a warm JVM; and how much
 * heap a run of it takes at most, garbage included.
 *
 * <p>An engine keeps the plans of its latest searches: "anew" are the times with an engine that has
 * not compiled the search before.
 */
@Command(
    name = "comparison",
    description = "Compares Karst with DuckDB on a large table of process starts.",
    mixinStandardHelpOptions = true)
public final class Comparison implements Callable<Integer> {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final String TABLE = "Endpoint.Processes";

  @Option(names = "--rows", description = "How many rows (default: ${DEFAULT-VALUE}).")
  private long rows = 1_000_000;

  @Option(names = "--folder", description = "Where tables are kept (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("target/comparison");

  @Option(names = "--threads", description = "For both (default: ${DEFAULT-VALUE}).")
  private int threads = 2;

  @Option(names = "--warm-up", description = "Rounds that do not count.")
  private int warmUp = 3;

  @Option(names = "--rounds", description = "Rounds that count.")
  private int rounds = 7;

  @Option(names = "--case", description = "Only these cases: ${COMPLETION-CANDIDATES}.")
  private List<Case> cases = List.of(Case.values());

  @Option(names = "--storage", description = "Only this storage: ${COMPLETION-CANDIDATES}.")
  private List<Storage> storages = List.of(Storage.values());

  @Option(names = "--searches", description = "How many searches run together; 0 for none.")
  private int searches = 500;

  @Option(names = "--compared", description = "Of how many of them DuckDB's answer is compared.")
  private int compared = 20;

  private @Nullable LoadedTable loaded;
  private final Map<Storage, Engine> engines = new EnumMap<>(Storage.class);

  private Comparison() {}

  /** Runs the comparison and exits with its code: 1 when some answers differ. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Comparison())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException, SQLException {
    Path csv = table();
    System.out.printf(
        "%d rows, %d bytes, %d threads, Java %s, DuckDB in the same process, ms (min / median)%n",
        rows, Files.size(csv), threads, System.getProperty("java.version"));
    boolean equal = true;
    for (Storage storage : storages) {
      try (DuckDb duck = DuckDb.open(folder.resolve(rows + ".duckdb"), csv, threads)) {
        if (storage != Storage.CSV) {
          System.out.printf("DuckDB loads the %s table in %.0f ms%n", storage, duck.load(storage));
        }
        System.out.printf(
            "%-8s %-12s %9s %19s %9s %9s %19s %7s %9s  %s%n",
            "storage", "case", "rows", "Karst", "anew", "heap MB", "DuckDB", "ratio", "anew",
            "answers");
        for (Case test : cases) {
          if (test.storages().contains(storage)) {
            equal &= compare(storage, test, duck, csv);
          }
        }
        if (searches > 0 && storage != Storage.CSV) {
          equal &= together(storage, duck, csv);
        }
      }
    }
    return equal ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  /** Runs many searches as a batch, and their queries one by one. */
  private boolean together(Storage storage, DuckDb duck, Path csv) throws SQLException {
    Engine engine = engine(storage, csv);
    List<SearchMix.Search> mix = SearchMix.of(searches);
    List<String> spl = mix.stream().map(SearchMix.Search::spl).toList();
    List<String> sql = mix.stream().map(search -> Case.sql(search.sql(), storage)).toList();
    String difference = null;
    try (BatchResult results = engine.prepareAll(spl).run()) {
      for (int i = 0; i < results.size() && difference == null; i++) {
        Answer ours = Answer.of(results.get(i));
        int every = Math.max(1, searches / Math.max(1, compared));
        difference = i % every == 0 ? ours.difference(duck.answer(sql.get(i))) : null;
      }
    }
    List<Double> compile = new ArrayList<>();
    List<Double> run = new ArrayList<>();
    List<Double> alone = new ArrayList<>();
    for (int round = -warmUp; round < rounds; round++) {
      long start = System.nanoTime();
      // A new engine has compiled none of them.
      QueryBatch batch = newEngine(storage, csv).prepareAll(spl);
      long prepared = System.nanoTime();
      long rows = Answer.count(batch, threads);
      long end = System.nanoTime();
      for (int i = 0; i < batch.size() && round >= 0; i++) {
        Answer.count(engine.batch(List.of(batch.query(i))), 1);
      }
      if (round >= 0) {
        compile.add((prepared - start) / NANOS_PER_MILLI);
        run.add((end - prepared) / NANOS_PER_MILLI);
        alone.add((System.nanoTime() - end) / NANOS_PER_MILLI);
      }
      if (round == -1) {
        System.out.printf("%d searches find %d rows%n", searches, rows);
      }
    }
    double peer = 0;
    for (String query : sql) {
      peer += duck.time(query);
    }
    Times a = Times.of(run);
    Times c = Times.of(compile);
    System.out.printf(
        "%d searches together: run %s, compile %s; one by one %s; DuckDB one by one %.0f;"
            + " ratio %.0fx, with compilation %.0fx; %s%n",
        searches,
        a,
        c,
        Times.of(alone),
        peer,
        peer / a.min(),
        peer / (a.min() + c.min()),
        difference == null ? "equal" : "DIFFER: " + difference);
    return difference == null;
  }

  private Path table() throws IOException {
    Files.createDirectories(folder);
    Path csv = folder.resolve(rows + ".csv");
    if (!Files.exists(csv)) {
      Path unfinished = folder.resolve(rows + ".csv.part");
      try (Writer writer = Files.newBufferedWriter(unfinished)) {
        SyntheticProcesses.write(rows, 1, writer);
      }
      Files.move(unfinished, csv);
    }
    return csv;
  }

  private Engine engine(Storage storage, Path csv) {
    return engines.computeIfAbsent(storage, key -> newEngine(storage, csv));
  }

  private Engine newEngine(Storage storage, Path csv) {
    return Engine.builder()
        .table(table(storage, csv))
        .limits(Limits.defaults().withThreads(threads))
        .build();
  }

  private Table table(Storage storage, Path csv) {
    Table file = Tables.csv(TABLE, csv);
    if (storage == Storage.CSV) {
      return file;
    }
    LoadedTable loaded = this.loaded;
    if (loaded == null) {
      long start = System.nanoTime();
      loaded = Tables.load(file, threads);
      this.loaded = loaded;
      System.out.printf(
          "Karst loads the table in %.0f ms, %.1f bytes a row%n",
          (System.nanoTime() - start) / 1e6, (double) loaded.memory() / rows);
    }
    return loaded;
  }

  private boolean compare(Storage storage, Case test, DuckDb duck, Path csv)
      throws IOException, SQLException {
    Engine engine = engine(storage, csv);
    String spl = test.spl();
    String sql = test.sql(storage);
    Answer ours = Answer.of(engine.prepare(spl));
    String difference = ours.difference(duck.answer(sql));
    List<Double> karst = new ArrayList<>();
    List<Double> anew = new ArrayList<>();
    List<Double> peer = new ArrayList<>();
    for (int round = -warmUp; round < rounds; round++) {
      double ourTime = Answer.time(engine, spl);
      double timeAnew = Answer.time(newEngine(storage, csv), spl);
      double theirTime = duck.time(sql);
      if (round >= 0) {
        karst.add(ourTime);
        anew.add(timeAnew);
        peer.add(theirTime);
      }
    }
    Times a = Times.of(karst);
    Times b = Times.of(peer);
    double first = Times.of(anew).min();
    System.out.printf(
        "%-8s %-12s %9d %19s %9.2f %9.1f %19s %6.1fx %8.1fx  %s%n",
        storage.label(),
        test.label(),
        ours.size(),
        a,
        first,
        Answer.peak(engine, spl) / 1e6,
        b,
        b.min() / a.min(),
        b.min() / first,
        difference == null ? "equal" : "DIFFER: " + difference);
    return difference == null;
  }
}
