package karst.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Runs {@code karst}. */
public final class Main {
  private Main() {}

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = run(arguments, out, err);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * Runs a command line.
   *
   * @return 0 for success, 1 for a fault in a search or in data, 2 for wrong usage
   */
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    Streams streams = new Streams(out, err);
    CommandLine line =
        new CommandLine(new KarstCommand())
            .addSubcommand(new RunCommand(streams))
            .addSubcommand(new ExplainCommand(streams))
            .addSubcommand(new HelpCommand(streams))
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(new UsageFaults())
            .setExecutionExceptionHandler(new ExecutionFaults());
    return line.execute(arguments);
  }
}
