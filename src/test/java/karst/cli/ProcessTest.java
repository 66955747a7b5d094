package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own, in a folder of its own. */
class ProcessTest {
  private static final int PATIENCE_SECONDS = 120;

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** A table that takes some time to read and does not fit into a pipe or the spool's memory. */
  private void writeLongTable() throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("long.csv"))) {
      out.write("n,text\n");
      for (int i = 0; i < 400_000; i++) {
        out.write(i + ",a text of some length that differs in its end " + i + "\n");
      }
    }
  }

  private ProcessBuilder karst(List<String> javaOptions, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Djava.io.tmpdir=" + folder.resolve("tmp")));
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("COLUMNS");
    return builder;
  }

  private static String classPath() {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
    // The process runs in another folder.
    return String.join(
        File.pathSeparator,
        Stream.of(entries).map(entry -> Path.of(entry).toAbsolutePath().toString()).toList());
  }

  private Outcome run(List<String> javaOptions, String... arguments)
      throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("tmp"));
    Process process =
        karst(javaOptions, arguments)
            .redirectOutput(folder.resolve("tmp.out").toFile())
            .redirectError(folder.resolve("tmp.err").toFile())
            .start();
    int exit = exit(process);
    return new Outcome(
        exit,
        Files.readString(folder.resolve("tmp.out")),
        Files.readString(folder.resolve("tmp.err")));
  }

  private static int exit(Process process) throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the process does not end");
    }
    return process.exitValue();
  }

  private void assertNoTemporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
      assertEquals(List.of(), files.toList());
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".part")).toList());
    }
  }

  @Test
  void aSearchEndsWithZeroAndPrintsRowsOnly() throws Exception {
    write("t.csv", "a\nä\n");
    assertEquals(
        new Outcome(0, "a\nä\n", ""),
        run(List.of(), "run", "-e", "| from T", "--table", "T=t.csv", "--format", "csv"));
    assertNoTemporaryFiles();
  }

  @Test
  void aFaultInTheSearchEndsWithOneAndPrintsNothing() throws Exception {
    assertEquals(
        new Outcome(
            1,
            "",
            """
            error[E0301]: there is no command `haed`
             --> <query>:1:3
              |
            1 | | haed
              |   ^^^^
              = help: did you mean `head`?
            """),
        run(List.of(), "run", "-e", "| haed"));
  }

  @Test
  void aFaultInTheLastRowPrintsNoRowAndKeepsTheOldOutput() throws Exception {
    write("t.csv", "a\n" + "12345678\n".repeat(300_000) + "\"9\n");
    write("out.csv", "old");
    Outcome toOutput =
        run(List.of(), "run", "-e", "| from T", "--table", "T=t.csv", "--format", "csv");
    assertEquals(1, toOutput.exit());
    assertEquals("", toOutput.out());
    Outcome toFile =
        run(List.of(), "run", "-e", "| from T", "--table", "T=t.csv", "--output", "out.csv");
    assertEquals(toOutput, toFile);
    assertEquals("old", Files.readString(folder.resolve("out.csv")));
    assertNoTemporaryFiles();
  }

  @Test
  void wrongUsageEndsWithTwo() throws Exception {
    assertEquals(
        new Outcome(
            2,
            "",
            """
            error: there is no option `--formt`; did you mean `--format`?
             = help: try `karst run --help`
            """),
        run(List.of(), "run", "-e", "| from T", "--formt", "csv"));
  }

  @Test
  void aReaderMayStopEarly() throws Exception {
    writeLongTable();
    Files.createDirectories(folder.resolve("tmp"));
    Process process =
        karst(List.of(), "run", "-e", "| from T", "--table", "T=long.csv", "--format", "csv")
            .redirectError(folder.resolve("tmp.err").toFile())
            .start();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("n,text", reader.readLine());
    }
    assertEquals(0, exit(process));
    assertEquals("", Files.readString(folder.resolve("tmp.err")));
    assertNoTemporaryFiles();
  }

  @Test
  void aFullDiskIsAFault() throws Exception {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "there is no /dev/full");
    write("t.csv", "a\n1\n");
    Process process =
        karst(List.of(), "run", "-e", "| from T", "--table", "T=t.csv", "--format", "csv")
            .redirectOutput(full.toFile())
            .redirectError(folder.resolve("tmp.err").toFile())
            .start();
    assertEquals(1, exit(process));
    assertEquals(
        "error[E0604]: cannot write to the standard output: No space left on device\n",
        Files.readString(folder.resolve("tmp.err")));
  }

  @Test
  void aTimeoutEndsTheRunAndLeavesNothing() throws Exception {
    writeLongTable();
    assertEquals(
        new Outcome(
            1,
            "",
            """
            error[E0702]: the search took longer than 0.001s
              = help: raise the limit (--timeout), or make the search more selective
            """),
        run(
            List.of(),
            "run",
            "-e",
            "| from T | sort 0 - text",
            "--table",
            "T=long.csv",
            "--timeout",
            "1ms",
            "--output",
            "out.csv"));
    assertFalse(Files.exists(folder.resolve("out.csv")));
    assertNoTemporaryFiles();
  }

  @Test
  void aSearchBeyondTheHeapIsAFaultWithoutAStackTrace() throws Exception {
    writeLongTable();
    Outcome outcome =
        run(
            List.of("-Xmx30m"),
            "run",
            "-e",
            "| from T | sort 0 - text",
            "--table",
            "T=long.csv",
            "--max-memory",
            "8g");
    assertEquals(1, outcome.exit());
    assertEquals("", outcome.out());
    // Not all of the heap counts as Java's memory.
    assertEquals(
        """
        error[E0701]: the search needs more memory than Java has, which is N MB
          = help: give Java more (-Xmx), or make the search more selective
        """,
        outcome.err().replaceFirst("is \\d+ MB", "is N MB"));
  }

  @Test
  void aTableThatIsTooLargeNamesTheFormatsThatAreNot() throws Exception {
    writeLongTable();
    Outcome table = run(List.of("-Xmx100m"), "run", "-e", "| from T", "--table", "T=long.csv");
    assertEquals(1, table.exit());
    assertEquals("", table.out());
    assertTrue(table.err().startsWith("error[E0701]: the result is too large for a table"));
    assertTrue(table.err().contains("use --format csv, json or ndjson"), table.err());
    Outcome lines =
        run(
            List.of("-Xmx100m"),
            "run",
            "-e",
            "| from T",
            "--table",
            "T=long.csv",
            "--format",
            "ndjson");
    assertEquals(0, lines.exit(), lines.err());
    assertEquals(400_000, lines.out().lines().count());
  }

  @Test
  void anInterruptedRunLeavesNoFile() throws Exception {
    writeLongTable();
    Files.createDirectories(folder.resolve("tmp"));
    Process process =
        karst(
                List.of(),
                "run",
                "-e",
                "| from T | eval a=sha512(text), b=sha512(a), c=sha512(b), d=sha512(c), e=sha512(d)",
                "--table",
                "T=long.csv",
                "--format",
                "csv",
                "--output",
                "out.csv")
            .redirectError(folder.resolve("tmp.err").toFile())
            .start();
    // Waits until the run has begun to write, or is over because the machine is very fast.
    while (process.isAlive() && partSize() < 1 << 16) {
      Thread.sleep(5);
    }
    process.destroy();
    int exit = exit(process);
    Assumptions.assumeTrue(exit != 0, "the run ended before it was interrupted");
    assertFalse(Files.exists(folder.resolve("out.csv")));
    assertNoTemporaryFiles();
    assertEquals("", Files.readString(folder.resolve("tmp.err")));
  }

  private long partSize() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".part"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
