package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SummarizeCommandTest {
  private static final String DATASET = "Endpoint.Processes";
  private static final String COUNT =
      "| tstats summariesonly=t count from datamodel=Endpoint.Processes";

  @TempDir private Path folder = Path.of("");

  private String into() {
    return folder.resolve("summaries").toString();
  }

  private Outcome summarize(Path file) {
    return Outcome.of("summarize", DATASET, "--table", DATASET + "=" + file, "--into", into());
  }

  private Outcome count() {
    return Outcome.of("run", "-e", COUNT, "--summaries", into(), "--format", "ndjson");
  }

  @Test
  void saysWhatItDid() {
    Path events = Path.of("queries/data/endpoint_processes.csv");
    Outcome first = summarize(events);
    assertEquals("", first.err());
    assertTrue(
        first
            .out()
            .matches(
                "Endpoint\\.Processes: 693 rows of 1 input added in 3 files; the summary has 693 rows"
                    + " of 1 input in 3 files, [0-9,]+ bytes, from 2024-05-13T00:01:05Z to"
                    + " 2024-05-15T22:00:02Z\n"),
        first.out());
    assertTrue(summarize(events).out().startsWith("Endpoint.Processes: nothing new; "));
    assertEquals(new Outcome(0, "{\"count\":693}\n", ""), count());
  }

  @Test
  void theFoundingSearchFindsTheSame() {
    Path events = Path.of("queries/data/endpoint_processes.csv");
    String search = "queries/wermgr_process_spawned_cmd_or_powershell_process.spl";
    summarize(events);
    assertEquals(
        Outcome.of("run", search, "--table", DATASET + "=" + events, "--format", "csv"),
        Outcome.of("run", search, "--summaries", into(), "--format", "csv"));
  }

  @Test
  void wrongUsageIsSaid() {
    assertEquals(2, Outcome.of("summarize", DATASET).exit());
    assertEquals(1, Outcome.of("summarize", DATASET, "--into", into()).exit());
  }

  @Test
  @Timeout(120)
  void aProcessThatIsKilledLeavesTheOldStateWhole() throws Exception {
    summarize(Path.of("queries/data/endpoint_processes.csv"));
    Path large = large();
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "karst.cli.Main",
                    "summarize",
                    DATASET,
                    "--table",
                    DATASET + "=" + large,
                    "--span",
                    "60s",
                    "--into",
                    into()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    while (process.isAlive() && parts() < 5) {
      Thread.sleep(2);
    }
    process.destroyForcibly();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertTrue(parts() >= 5, Files.readString(folder.resolve("log")));
    assertEquals(new Outcome(0, "{\"count\":693}\n", ""), count());
    assertEquals(0, summarize(large).exit());
    assertEquals(0, parts());
    assertEquals(new Outcome(0, "{\"count\":30693}\n", ""), count());
  }

  private long parts() throws IOException {
    Path own = folder.resolve("summaries").resolve(DATASET);
    try (Stream<Path> files = Files.list(own)) {
      return files.filter(file -> file.toString().endsWith(".part")).count();
    }
  }

  private Path large() throws IOException {
    Path file = folder.resolve("large.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("_time,dest,process\n");
      for (int i = 0; i < 30_000; i++) {
        out.write((1715680800 + i) + ",h" + i % 10 + ",p" + i + "\n");
      }
    }
    return file;
  }
}
