package karst.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import karst.Engine;
import karst.EngineBuilder;
import karst.SqlTarget;
import karst.content.CheckReport;
import karst.content.CheckResult;
import karst.content.Checker;
import karst.content.ContentFolder;
import karst.content.EmptyTables;
import karst.lint.Lint;
import karst.macro.MacroLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code karst check}: compiles the detections of a folder. */
@Command(
    name = "check",
    description = "Compiles every detection of a folder and says what is wrong or suspicious.",
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  private final Streams streams;

  @Parameters(
      paramLabel = "DIR",
      description = "A folder with detections, macros, lookups, as security_content has it.")
  private Path folder = Path.of("");

  @Option(
      names = "--macros",
      paramLabel = "PATH",
      description = "Reads more macros, which win over the folder's; may be repeated.")
  private List<Path> macros = List.of();

  @Option(
      names = "--lookups",
      paramLabel = "DIR",
      description = "Adds a folder of lookups, which win over the folder's; may be repeated.")
  private List<Path> lookups = List.of();

  @Option(
      names = "--no-lint",
      paramLabel = "CODE",
      split = ",",
      description = "Leaves out a kind of warning, such as W0801, or `all`; may be repeated.")
  private List<LintChoice> unwanted = List.of();

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      description =
          "Also says which detections can be written as SQL of a dialect, such as duckdb.")
  private @Nullable SqlTarget dialect;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of text, json (default: text).")
  private CheckFormat format = CheckFormat.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Writes to a file, whole or not at all, in place of the standard output.")
  private @Nullable Path output;

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    ContentFolder content = ContentFolder.read(folder);
    CheckReport report =
        new Checker(engine(content), silenced(), Optional.ofNullable(dialect)).check(content);
    try (Output target = Output.to(output, streams)) {
      format.write(report, target.stream());
      target.commit();
    }
    return report.count(CheckResult.Status.FAILED) > 0 ? FAILED : 0;
  }

  private Engine engine(ContentFolder content) {
    EngineBuilder builder = content.addTo(Engine.builder());
    EmptyTables.of(content.models()).forEach(builder::table);
    macros.forEach(path -> builder.macros(MacroLibrary.load(path)));
    lookups.forEach(builder::lookups);
    return builder.noEvents().build();
  }

  private Set<Lint> silenced() {
    List<Lint> silenced = new ArrayList<>();
    unwanted.forEach(choice -> silenced.addAll(choice.lints()));
    return Set.copyOf(silenced);
  }
}
