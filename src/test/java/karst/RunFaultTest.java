package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import karst.exec.Limits;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.table.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong during a run ends it with a diagnostic, and nothing stays behind. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunFaultTest {
  private static final int ROWS = 400_000;
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final Path MAPPED_FILES = Path.of("/proc/self/maps");

  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path rows;
  private Path file = Path.of("");

  @BeforeAll
  static void writeRows() throws IOException {
    String cells = ",some text that fills the row,";
    rows =
        Files.writeString(
            shared.resolve("rows.csv"),
            IntStream.range(0, ROWS)
                .mapToObj(
                    i -> i + cells + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab" + i % 7 + "\n")
                .collect(Collectors.joining("", "id,text,s\n", "")));
  }

  @BeforeEach
  void copyRows() throws IOException {
    file = Files.copy(rows, folder.resolve("t.csv"));
  }

  @AfterEach
  void nothingStaysBehind() throws IOException {
    List<String> scans =
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> name.startsWith("karst"))
            .toList();
    assertEquals(List.of(), scans);
    if (Files.isDirectory(OPEN_FILES)) {
      try (Stream<Path> open = Files.list(OPEN_FILES)) {
        assertEquals(0, open.filter(this::isOurs).count());
      }
      String mapped = Files.readString(MAPPED_FILES);
      assertFalse(mapped.contains(folder.toString()), mapped);
    }
  }

  private boolean isOurs(Path handle) {
    try {
      return Files.readSymbolicLink(handle).startsWith(folder);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aFileThatIsCutShortDuringTheRunIsAnError(int threads) throws IOException {
    try (Result result = run("| from t | where id!=\"x\"", limits(threads))) {
      assertNotNull(result.nextBatch());
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(Files.size(file) / 2 + 7);
      }
      assertEquals(DiagnosticCode.UNREADABLE_FILE, fault(result));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aFileThatGrowsDuringTheRunIsAnError(int threads) throws IOException {
    try (Result result = run("| from t | where id!=\"x\"", limits(threads))) {
      assertNotNull(result.nextBatch());
      Files.writeString(file, "x,y,z\n".repeat(1000), StandardOpenOption.APPEND);
      assertEquals(DiagnosticCode.UNREADABLE_FILE, fault(result));
    }
  }

  /** The file is still there for those who have it open, or it is an error. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aFileThatIsDeletedDuringTheRunIsReadToItsEndOrAnError(int threads) throws IOException {
    try (Result result = run("| from t", limits(threads))) {
      long read = first(result);
      Files.delete(file);
      try {
        assertEquals(ROWS, read + rest(result));
      } catch (SplException refused) {
        assertEquals(DiagnosticCode.UNREADABLE_FILE, refused.diagnostics().get(0).code());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort id",
        "stats count by id",
        "stats values(id)",
        "stats list(text) by id",
        "dedup id",
        "eventstats count by id",
        "stats perc50(id)",
      })
  void aCommandThatNeedsMoreThanTheMemoryItMayHaveSaysSo(String command) {
    Limits limits = limits(2).withMaxMemory(1 << 20);
    try (Result result = run("| from t | " + command, limits)) {
      assertEquals(DiagnosticCode.MEMORY_LIMIT, fault(result));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort - s id",
        "stats count by id s",
        "where match(s, \"(a|aa)+c\")",
        "search nothing=here",
        "dedup id | sort id",
      })
  void aRunIsStoppedFromAnotherThread(String command) throws InterruptedException {
    try (Result result = run("| from t | " + command, limits(2))) {
      AtomicReference<SplException> fault = new AtomicReference<>();
      Thread reader =
          new Thread(
              () -> {
                try {
                  rest(result);
                } catch (SplException stopped) {
                  fault.set(stopped);
                }
              });
      reader.start();
      Thread.sleep(5);
      result.cancel();
      reader.join();
      // It may have been faster, or have met the limit of its regular expression.
      if (fault.get() != null) {
        assertTrue(
            List.of(DiagnosticCode.CANCELLED, DiagnosticCode.REGEX_LIMIT)
                .contains(fault.get().diagnostics().get(0).code()),
            fault.get().render());
      }
    }
  }

  @Test
  void aRunThatTakesTooLongStopsInTheMiddle() {
    Limits limits = limits(2).withTimeout(Duration.ofMillis(20));
    try (Result result = run("| from t | sort - s, id | dedup id | stats count by id", limits)) {
      assertEquals(DiagnosticCode.TIMEOUT, fault(result));
    }
  }

  @Test
  void aResultThatIsClosedEarlyLetsEverythingGo() {
    for (String command : List.of("where id!=\"x\"", "head 5", "sort id", "stats count by s")) {
      try (Result result = run("| from t | " + command, limits(3))) {
        assertNotNull(result.nextBatch());
      }
    }
  }

  @Test
  void aRegularExpressionWithoutEndIsStoppedInAnyThread() {
    String regex = "(a|aa)*(a|aa)*(a|aa)*(a|aa)*(.)\\\\5c";
    String spl =
        "| from t | eval x=replace(s.s.s.s.s.s.s.s, \"b.\", \"\") | where match(x, \"%s\")";
    try (Result result = run(spl.formatted(regex), limits(3))) {
      assertEquals(DiagnosticCode.REGEX_LIMIT, fault(result));
    }
  }

  private Result run(String spl, Limits limits) {
    return Engine.builder().table(Tables.csv("t", file)).limits(limits).build().prepare(spl).run();
  }

  private static Limits limits(int threads) {
    return Limits.defaults().withThreads(threads);
  }

  private static DiagnosticCode fault(Result result) {
    return assertThrows(SplException.class, () -> rest(result)).diagnostics().get(0).code();
  }

  private static long first(Result result) {
    var batch = result.nextBatch();
    assertNotNull(batch);
    return batch.rowCount();
  }

  private static long rest(Result result) {
    long rows = 0;
    for (var batch = result.nextBatch(); batch != null; batch = result.nextBatch()) {
      rows += batch.rowCount();
    }
    return rows;
  }
}
