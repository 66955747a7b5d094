package karst.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import karst.Engine;
import karst.EngineBuilder;
import karst.macro.MacroLibrary;
import karst.model.DataModel;
import karst.model.DataModels;
import karst.model.Dataset;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.SplException;
import karst.table.Table;
import karst.table.Tables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures how long searches take to compile, from text to operators: the first time, and in a warm
 * JVM. Every dataset of the data models is bound to a table without rows.
 */
@Command(
    name = "compile-time",
    description = "Measures how long searches take to compile.",
    mixinStandardHelpOptions = true)
public final class CompileTimeBenchmark implements Callable<Integer> {
  private static final Path FOUNDING_SEARCH =
      Path.of("queries/wermgr_process_spawned_cmd_or_powershell_process.spl");
  private static final double NANOS_PER_MILLI = 1e6;

  @Parameters(arity = "0..1", description = "A folder of .spl files, or of detections in YAML.")
  private @Nullable Path folder;

  @Option(names = "--macros", description = "A folder with the macros that they call.")
  private @Nullable Path macros;

  @Option(names = "--longest", defaultValue = "10", description = "How many of the folder.")
  private int longest;

  @Option(names = "--warm-up", defaultValue = "300", description = "Runs that do not count.")
  private int warmUp;

  @Option(names = "--runs", defaultValue = "2000", description = "Runs that count.")
  private int runs;

  private CompileTimeBenchmark() {}

  /** Runs the benchmark and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new CompileTimeBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Engine engine = engine();
    System.out.println("first ms   median ms   p99 ms   characters   search");
    measure(engine, SearchFile.read(FOUNDING_SEARCH));
    if (folder != null) {
      List<SearchFile> all = SearchFile.list(folder);
      List<SearchFile> compiled = all.stream().filter(search -> compiles(engine, search)).toList();
      System.out.printf(
          "%d of %d searches compile; the %d longest:%n",
          compiled.size(), all.size(), Math.min(longest, compiled.size()));
      compiled.stream()
          .sorted(Comparator.comparingInt((SearchFile search) -> -search.spl().length()))
          .limit(longest)
          .forEach(search -> measure(engine, search));
    }
    return CommandLine.ExitCode.OK;
  }

  private Engine engine() {
    EngineBuilder builder = Engine.builder();
    DataModels models = DataModels.standard();
    for (String name : models.names()) {
      DataModel model = models.model(name);
      if (model != null) {
        model.datasets().forEach(dataset -> builder.table(empty(dataset)));
      }
    }
    if (macros != null) {
      builder.macros(MacroLibrary.load(macros));
    }
    return builder.build();
  }

  private static Table empty(Dataset dataset) {
    return Tables.memory(dataset.tableName(), Map.of("_time", new double[0]));
  }

  private static boolean compiles(Engine engine, SearchFile search) {
    try {
      engine.prepare(search.spl());
      return true;
    } catch (SplException fault) {
      return false;
    }
  }

  private void measure(Engine engine, SearchFile search) {
    double first = time(engine, search);
    for (int i = 0; i < warmUp; i++) {
      time(engine, search);
    }
    double[] times = new double[runs];
    for (int i = 0; i < runs; i++) {
      times[i] = time(engine, search);
    }
    Arrays.sort(times);
    System.out.printf(
        "%8.2f   %9.3f   %6.3f   %10d   %s%n",
        first, times[runs / 2], times[runs * 99 / 100], search.spl().length(), search.name());
  }

  /** Returns the milliseconds of one compilation; a plain text would be compiled only once. */
  private static double time(Engine engine, SearchFile search) {
    long start = System.nanoTime();
    engine.prepare(SourceMap.identity(SourceText.of(search.name(), search.spl())));
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }
}
