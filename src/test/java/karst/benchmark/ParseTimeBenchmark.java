package karst.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import karst.Engine;
import karst.EngineBuilder;
import karst.content.ContentFolder;
import karst.content.Detection;
import karst.content.EmptyTables;
import karst.macro.MacroExpander;
import karst.macro.MacroLibrary;
import karst.parse.Parser;
import karst.source.SourceMap;
import karst.source.SplException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how long each search of a folder takes to parse, and to compile, in a warm JVM. */
@Command(
    name = "parse-time",
    description = "Measures how long the searches of a folder take to parse.",
    mixinStandardHelpOptions = true)
public final class ParseTimeBenchmark implements Callable<Integer> {
  private static final double NANOS_PER_MICRO = 1000;

  /** The time of the processor, which others on the machine do not change much. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Parameters(description = "A folder of detections, macros and lookups.")
  private Path folder = Path.of(".");

  @Option(names = "--rounds", defaultValue = "10", description = "How often each is measured.")
  private int rounds;

  private ParseTimeBenchmark() {}

  /** Runs the benchmark and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ParseTimeBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() {
    ContentFolder content = ContentFolder.read(folder);
    EngineBuilder builder = content.addTo(Engine.builder());
    EmptyTables.of(content.models()).forEach(builder::table);
    Engine engine = builder.build();
    MacroLibrary library =
        MacroLibrary.shipped().withOverrides(MacroLibrary.load(folder.resolve("macros")));
    MacroExpander expander = new MacroExpander(library);
    List<SourceMap> expanded = new ArrayList<>();
    List<SourceMap> compiled = new ArrayList<>();
    for (Detection detection : content.detections()) {
      try {
        expanded.add(expander.expand(detection.search()));
      } catch (SplException fault) {
        // An unknown macro.
      }
    }
    System.out.println("searches   median us   p99 us   what");
    measure("parse", expanded, map -> Parser.parsePipeline(map, engine.commands()));
    for (Detection detection : content.detections()) {
      try {
        engine.prepare(detection.search());
        compiled.add(detection.search());
      } catch (SplException fault) {
        // An unknown lookup or data model, or a command that is refused.
      }
    }
    measure("compile", compiled, engine::prepare);
    return CommandLine.ExitCode.OK;
  }

  /** Takes the median of each search, after as many rounds that do not count. */
  private <S> void measure(String what, List<S> searches, Consumer<S> action) {
    double[][] times = new double[searches.size()][rounds];
    for (int round = -rounds; round < rounds; round++) {
      for (int i = 0; i < times.length; i++) {
        long start = THREADS.getCurrentThreadCpuTime();
        action.accept(searches.get(i));
        times[i][Math.max(round, 0)] =
            (THREADS.getCurrentThreadCpuTime() - start) / NANOS_PER_MICRO;
      }
    }
    double[] medians =
        Arrays.stream(times)
            .mapToDouble(each -> Arrays.stream(each).sorted().toArray()[rounds / 2])
            .sorted()
            .toArray();
    int most = medians.length - 1;
    System.out.printf(
        "%8d   %9.1f   %6.1f   %s%n",
        medians.length, medians[most / 2], medians[most * 99 / 100], what);
  }
}
