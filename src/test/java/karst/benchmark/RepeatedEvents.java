package karst.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes the events of a file again and again, until there are so many at least. The file has an
 * event a line and may be compressed: the copies then follow each other as parts of one compressed
 * file, which takes no time to make.
 */
@Command(
    name = "repeated-events",
    description = "Writes the events of a file again and again.",
    mixinStandardHelpOptions = true)
public final class RepeatedEvents implements Callable<Integer> {
  @Option(names = "--input", required = true, description = "A file with an event a line.")
  private Path input = Path.of("events.jsonl.gz");

  @Option(names = "--events", required = true, description = "How many events at least.")
  private long events;

  @Option(names = "--output", required = true, description = "The file to write.")
  private Path output = Path.of("repeated.jsonl.gz");

  private RepeatedEvents() {}

  /** Runs the generator and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new RepeatedEvents()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    long copies = repeat(input, events, output);
    System.out.printf("%s, %d times%n", input.getFileName(), copies);
    return CommandLine.ExitCode.OK;
  }

  /** Writes the copies and returns their number. */
  static long repeat(Path input, long events, Path output) throws IOException {
    byte[] once = Files.readAllBytes(input);
    long lines = lines(input);
    if (lines == 0) {
      throw new IOException(input + " has no line that ends");
    }
    long copies = (events + lines - 1) / lines;
    try (OutputStream out = Files.newOutputStream(output)) {
      for (long i = 0; i < copies; i++) {
        out.write(once);
      }
    }
    return copies;
  }

  private static long lines(Path input) throws IOException {
    byte[] block = new byte[1 << 20];
    long lines = 0;
    try (var file = Files.newInputStream(input);
        var text = input.toString().endsWith(".gz") ? new GZIPInputStream(file) : file) {
      for (int size = text.read(block); size >= 0; size = text.read(block)) {
        for (int i = 0; i < size; i++) {
          lines += block[i] == '\n' ? 1 : 0;
        }
      }
    }
    return lines;
  }
}
