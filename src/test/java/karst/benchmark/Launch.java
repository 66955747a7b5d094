package karst.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A kind of process start.
 *
 * @param program the program that starts
 * @param commandLine how it is called
 * @param parent the program that starts it
 * @param parentCommandLine how that one was called
 */
record Launch(
    Program program,
    CommandLineTemplate commandLine,
    Program parent,
    CommandLineTemplate parentCommandLine) {

  /** Reads the kinds of {@code launches.tsv}, the most frequent first. */
  static List<Launch> readAll() throws IOException {
    InputStream file = Objects.requireNonNull(Launch.class.getResourceAsStream("launches.tsv"));
    try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader.lines().map(Launch::parse).toList();
    }
  }

  /**
   * Reads one kind: five columns between tabs, the program's path, its original file name, its
   * command line, and path and command line of the parent.
   */
  static Launch parse(String line) {
    String[] columns = line.split("\t", -1);
    return new Launch(
        Program.of(columns[0], columns[1]),
        CommandLineTemplate.parse(columns[2]),
        Program.of(columns[3], ""),
        CommandLineTemplate.parse(columns[4]));
  }
}
