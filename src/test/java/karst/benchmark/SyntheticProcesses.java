package karst.benchmark;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import karst.sample.ProcessColumn;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes a large {@code Endpoint.Processes} table: 2,000 machines, 5,000 accounts, 30 days, about
 * 600 bytes a row, the same bytes for the same options.
 *
 * <p>One row in 100,000 is a shell under wermgr.exe, and no other row has that parent; how many
 * there are is printed, so that a run can be checked.
 */
@Command(
    name = "synthetic-processes",
    description = "Writes a large table of process starts.",
    mixinStandardHelpOptions = true)
public final class SyntheticProcesses implements Callable<Integer> {
  private static final int BLOCK = 1 << 20;

  @Option(names = "--rows", required = true, description = "How many rows.")
  private long rows;

  @Option(names = "--output", required = true, description = "The file to write.")
  private Path output = Path.of("processes.csv");

  @Option(names = "--seed", description = "Another table for another seed.")
  private long seed = 1;

  private SyntheticProcesses() {}

  /** Runs the generator and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SyntheticProcesses()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try (Writer writer = Files.newBufferedWriter(output)) {
      write(rows, seed, writer);
    }
    System.out.printf(
        "%d rows, of which the founding search finds %d%n", rows, SyntheticRows.infections(rows));
    return CommandLine.ExitCode.OK;
  }

  /** Writes the header and the rows. */
  static void write(long rows, long seed, Appendable out) throws IOException {
    var source = new SyntheticRows(rows, seed);
    var block = new StringBuilder(2 * BLOCK);
    block.append(String.join(",", ProcessColumn.header())).append('\n');
    for (long row = 0; row < rows; row++) {
      source.append(row, block);
      if (block.length() >= BLOCK) {
        out.append(block);
        block.setLength(0);
      }
    }
    out.append(block);
  }
}
