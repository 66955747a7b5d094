package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import karst.exec.Limits;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.table.Tables;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong while lookups are written or read: the file is the old one or the new one. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LookupFaultTest {
  private static final int MILLION = 1_000_000;
  private static final int TIMES = 30;

  @TempDir private Path folder = Path.of("");

  /** Appends a row to a lookup again and again. */
  static final class Appender {
    private Appender() {}

    /** Takes the folder of the lookup and the name of the writer. */
    public static void main(String[] arguments) {
      Engine engine = Engine.builder().lookups(Path.of(arguments[0])).build();
      for (int i = 0; i < TIMES; i++) {
        String row = arguments[1] + i;
        rows(engine, "| makeresults | eval k=\"" + row + "\" | outputlookup append=t seen.csv");
      }
    }
  }

  @Test
  void processesThatAppendToOneLookupLoseNoRow() throws IOException, InterruptedException {
    List<Process> writers = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      writers.add(java("", Appender.class.getName(), folder.toString(), name).start());
    }
    Appender.main(new String[] {folder.toString(), "c"});
    for (Process writer : writers) {
      assertEquals(0, writer.waitFor());
    }
    List<String> lines = Files.readAllLines(folder.resolve("seen.csv"));
    assertEquals(1 + 3 * TIMES, new TreeSet<>(lines).size());
    assertEquals(1 + 3 * TIMES, lines.size());
    onlyTheLookupIsLeft(".seen.csv.lock", "seen.csv");
  }

  @Test
  void threadsThatWriteOneLookupNeverLeaveAPart() throws InterruptedException, IOException {
    Engine engine = Engine.builder().lookups(folder).build();
    rows(engine, "| makeresults count=1000 | eval k=0 | table k | outputlookup seen.csv");
    List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
    List<Thread> writers =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          for (int n = 0; n < TIMES; n++) {
                            rows(
                                engine,
                                "| makeresults count=1000 | eval k=%d | table k".formatted(i)
                                    + " | outputlookup seen.csv");
                          }
                        }))
            .toList();
    writers.forEach(writer -> writer.setUncaughtExceptionHandler((t, fault) -> faults.add(fault)));
    writers.forEach(Thread::start);
    for (int n = 0; n < TIMES; n++) {
      try {
        assertEquals(1000, rows(engine, "| inputlookup seen.csv"));
        assertEquals(1, rows(engine, "| inputlookup seen.csv | stats count by k"));
      } catch (SplException changed) {
        assertEquals(DiagnosticCode.UNREADABLE_FILE, changed.diagnostics().get(0).code());
      }
    }
    for (Thread writer : writers) {
      writer.join();
    }
    assertEquals(List.of(), faults);
    onlyTheLookupIsLeft("seen.csv");
  }

  /** What a process may write is bounded, as a full disk bounds it. */
  @ParameterizedTest
  @ValueSource(strings = {"outputlookup", "outputlookup append=t", "outputcsv"})
  void aFullDiskKeepsTheOldLookup(String command) throws IOException, InterruptedException {
    Path bash = Path.of("/bin/bash");
    Assumptions.assumeTrue(Files.isExecutable(bash), "there is no bash to bound what is written");
    Files.writeString(folder.resolve("old.csv"), "k,text\n1,old\n");
    Path searches = Files.createDirectory(folder.resolve("searches"));
    Path search = searches.resolve("s.spl");
    Files.writeString(
        search,
        "| makeresults count=20000 | streamstats count AS k | eval text=md5(k) | table k text | "
            + command
            + " old.csv");
    String main = "karst.cli.Main";
    String[] run = {main, "run", search.toString(), "--lookups", folder.toString()};
    Path errors = searches.resolve("errors.txt");
    Process process =
        java("ulimit -f 100; ", run)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile())
            .start();
    assertEquals(1, process.waitFor());
    String fault = Files.readString(errors);
    assertTrue(fault.startsWith("error[E0604]: cannot write "), fault);
    assertTrue(fault.contains("old.csv"), fault);
    assertEquals("k,text\n1,old\n", Files.readString(folder.resolve("old.csv")));
    Files.deleteIfExists(folder.resolve(".old.csv.lock"));
    onlyTheLookupIsLeft("old.csv", "searches");
  }

  @Test
  void aFullDiskKeepsTheOldOutput() throws IOException, InterruptedException {
    Path bash = Path.of("/bin/bash");
    Assumptions.assumeTrue(Files.isExecutable(bash), "there is no bash to bound what is written");
    Path output = Files.writeString(folder.resolve("out.csv"), "old\n");
    String spl = "| makeresults count=20000 | streamstats count AS k | eval text=md5(k)";
    Path errors = folder.resolve("errors.txt");
    Process process =
        java("ulimit -f 100; ", "karst.cli.Main", "run", "-e", spl, "--output", output.toString())
            .redirectError(errors.toFile())
            .start();
    assertEquals(1, process.waitFor());
    assertEquals(
        "error[E0604]: cannot write to `" + output + "`: File too large\n",
        Files.readString(errors));
    assertEquals("old\n", Files.readString(output));
    onlyTheLookupIsLeft("errors.txt", "out.csv");
  }

  /** A search that fails has not written its lookup, wherever in the search it fails. */
  @Test
  void aFaultOfTheSearchKeepsTheOldLookup() throws IOException {
    Files.writeString(folder.resolve("old.csv"), "k\n1\n");
    String rows = "| makeresults count=300000 | streamstats count AS k ";
    Map<String, Limits> faults =
        Map.of(
            rows + "| table k | outputlookup old.csv | sort - k | dedup k",
            Limits.defaults().withMaxMemory(1 << 20),
            rows + "| eval x=md5(k) | sort x | outputlookup append=t old.csv",
            Limits.defaults().withTimeout(Duration.ofMillis(20)),
            rows
                + "| eval a=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\".k"
                + "| where match(a, \"(a|aa)*(a|aa)*(a|aa)*(a|aa)*(.)\\\\5c\")"
                + "| table a | outputlookup old.csv",
            Limits.defaults());
    for (var fault : faults.entrySet()) {
      Engine engine = Engine.builder().lookups(folder).limits(fault.getValue()).build();
      assertThrows(SplException.class, () -> rows(engine, fault.getKey()), fault.getKey());
      assertEquals("k\n1\n", Files.readString(folder.resolve("old.csv")));
      Files.deleteIfExists(folder.resolve(".old.csv.lock"));
      onlyTheLookupIsLeft("old.csv");
    }
  }

  @Test
  void aNewLookupHasTheModeOfAnyNewFile() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "");
    var view = Files.getFileAttributeView(other, PosixFileAttributeView.class);
    Assumptions.assumeTrue(view != null, "files have no modes");
    Engine engine = Engine.builder().lookups(folder).build();
    rows(engine, "| makeresults | eval k=1 | outputlookup new.csv");
    rows(engine, "| makeresults | eval k=1 | outputlookup append=t newer.csv");
    assertEquals(
        Files.getPosixFilePermissions(other),
        Files.getPosixFilePermissions(folder.resolve("new.csv")));
    assertEquals(
        Files.getPosixFilePermissions(other),
        Files.getPosixFilePermissions(folder.resolve("newer.csv")));
  }

  @Test
  void aLookupMayHaveAMillionRowsOfOneKey() throws IOException {
    Path file = folder.resolve("many.csv");
    Files.writeString(
        file,
        IntStream.range(0, MILLION)
            .mapToObj(i -> "x," + i)
            .collect(Collectors.joining("\n", "k,v\n", "\n")));
    Engine engine = Engine.builder().table(Tables.csv("many", file)).build();
    String search = "| makeresults count=3 | eval k=\"x\" | lookup many k OUTPUT v ";
    assertEquals(3, rows(engine, search + "| where mvcount(v)=1000 AND mvindex(v, 999)=999"));
    assertEquals(
        1,
        rows(engine, "| makeresults | eval k=\"x\" | join type=left max=2 k [from many] | head 1"));
    Engine small =
        Engine.builder()
            .table(Tables.csv("many", file))
            .limits(Limits.defaults().withMaxMemory(1 << 20))
            .build();
    SplException fault = assertThrows(SplException.class, () -> rows(small, search));
    assertEquals(DiagnosticCode.MEMORY_LIMIT, fault.diagnostics().get(0).code());
  }

  private static long rows(Engine engine, String spl) {
    long rows = 0;
    try (Result result = engine.prepare(spl).run()) {
      for (Row ignored : result) {
        rows++;
      }
    }
    return rows;
  }

  private void onlyTheLookupIsLeft(String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of(names), files.map(file -> String.valueOf(file.getFileName())).sorted().toList());
    }
  }

  private static ProcessBuilder java(String before, String... arguments) {
    List<String> command = new ArrayList<>();
    if (!before.isEmpty()) {
      command.addAll(List.of("/bin/bash", "-c", before + "exec \"$@\"", "bash"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx256m"));
    command.addAll(
        List.of(
            "-cp",
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator))));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
