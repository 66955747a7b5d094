package karst.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import karst.SqlTarget;
import karst.WarmUp;
import karst.type.TimeModifier;
import picocli.CommandLine;

/** Runs {@code karst}. */
public final class Main {
  private Main() {}

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    if (arguments.length > 1 && plansSearches(arguments[0])) {
      WarmUp.start();
    }
    System.exit(run(arguments, out, err));
  }

  /** All commands do but two, and `--help` and `--version` are none. */
  private static boolean plansSearches(String command) {
    return !command.equals("help") && !command.equals("init") && !command.startsWith("-");
  }

  /**
   * Runs a command line.
   *
   * @return 0 for success, 1 for a fault in a search or in data, 2 for wrong usage
   */
  static int run(String[] arguments, OutputStream out, PrintStream err) {
    return run(arguments, new FileInputStream(FileDescriptor.in), out, err);
  }

  /**
   * Runs a command line that reads an input.
   *
   * @return 0 for success, 1 for a fault in a search or in data, 2 for wrong usage
   */
  static int run(String[] arguments, InputStream in, OutputStream out, PrintStream err) {
    try {
      return commandLine(arguments, in, new Streams(out, err)).execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError | LinkageError error) {
      return ExecutionFaults.handleError(error, err);
    }
  }

  private static CommandLine commandLine(String[] arguments, InputStream in, Streams streams) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("run", () -> new RunCommand(streams));
    commands.put("explain", () -> new ExplainCommand(streams));
    commands.put("sql", () -> new SqlCommand(streams));
    commands.put("check", () -> new CheckCommand(streams));
    commands.put("detect", () -> new DetectCommand(streams));
    commands.put("test", () -> new TestCommand(streams));
    commands.put("init", () -> new InitCommand(streams));
    commands.put("summarize", () -> new SummarizeCommand(streams));
    commands.put("shell", () -> new ShellCommand(streams, in));
    commands.put("help", () -> new HelpCommand(streams));
    CommandLine line = new CommandLine(new KarstCommand());
    // Learning a command's options takes a tenth of a short run, so only what is called is added;
    // `help` and a wrong name need all.
    String called = arguments.length == 0 ? "" : arguments[0];
    boolean alone = !called.equals("help") && commands.containsKey(called);
    commands.forEach(
        (name, command) -> {
          if (!alone || name.equals(called)) {
            line.addSubcommand(command.get());
          }
        });
    return line.registerConverter(BenignBinding.class, BenignBinding::parse)
        .registerConverter(EventBinding.class, EventBinding::parse)
        .registerConverter(TableBinding.class, TableBinding::parse)
        .registerConverter(Format.class, Format::parse)
        .registerConverter(CheckFormat.class, CheckFormat::parse)
        .registerConverter(DetectCommand.FailOn.class, DetectCommand.FailOn::parse)
        .registerConverter(DetectFormat.class, DetectFormat::parse)
        .registerConverter(FilterChoice.class, FilterChoice::parse)
        .registerConverter(LintChoice.class, LintChoice::parse)
        .registerConverter(SqlTableName.class, SqlTableName::parse)
        .registerConverter(SqlTarget.class, SqlTableName::target)
        .registerConverter(StageChoice.class, StageChoice::parse)
        .registerConverter(TestFormat.class, TestFormat::parse)
        .registerConverter(TimeModifier.class, OptionValues::time)
        .registerConverter(ZoneId.class, OptionValues::zone)
        .registerConverter(Duration.class, OptionValues::duration)
        .registerConverter(ByteCount.class, ByteCount::parse)
        .registerConverter(Integer.class, OptionValues::count)
        // SPL may begin with an @.
        .setExpandAtFiles(false)
        .setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(new UsageFaults())
        .setExecutionExceptionHandler(new ExecutionFaults());
  }
}
