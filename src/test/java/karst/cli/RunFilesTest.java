package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code karst run} with the files of several searches. */
class RunFilesTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    write("hosts.csv", "host,port\nweb01,443\ndb01,5432\n");
    write("all.spl", "| from T | table host");
    write("web.spl", "| from T | search host=web* | table host port");
    write("none.spl", "| from T | search host=x* | table host");
    write("wrong.spl", "| from T | haed 1");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Outcome run(String words) {
    List<String> all = new ArrayList<>(List.of("run", "--table", "T=" + folder + "/hosts.csv"));
    for (String word : words.split(" ", -1)) {
      all.add(word.replace("@", folder.toString()));
    }
    Outcome outcome = Outcome.of(all.toArray(String[]::new));
    return new Outcome(outcome.exit(), named(outcome.out()), named(outcome.err()));
  }

  private String named(String text) {
    return text.replace(folder.toString(), "@");
  }

  @Test
  void eachTableStandsBelowTheNameOfItsFile() {
    assertEquals(
        new Outcome(
            0,
            """
            @/all.spl:
            +-------+
            | host  |
            +-------+
            | web01 |
            | db01  |
            +-------+
            2 rows

            @/none.spl:
            0 rows

            @/web.spl:
            +-------+------+
            | host  | port |
            +-------+------+
            | web01 |  443 |
            +-------+------+
            1 row
            """,
            ""),
        run("@/all.spl @/none.spl @/web.spl"));
  }

  @Test
  void eachLineOfJsonNamesTheFile() {
    assertEquals(
        new Outcome(
            0,
            """
            {"file":"@/web.spl","row":{"host":"web01","port":"443"}}
            {"file":"@/all.spl","row":{"host":"web01"}}
            {"file":"@/all.spl","row":{"host":"db01"}}
            """,
            ""),
        run("@/web.spl @/all.spl --format ndjson"));
  }

  @Test
  void eachSearchGetsAFileInTheOutputFolder() throws IOException {
    assertEquals(
        new Outcome(0, "", ""), run("@/all.spl @/web.spl --format csv --output @/results/today"));
    Path results = folder.resolve("results/today");
    assertEquals("host\nweb01\ndb01\n", Files.readString(results.resolve("all.csv")));
    assertEquals("host,port\nweb01,443\n", Files.readString(results.resolve("web.csv")));
    assertEquals(
        new Outcome(0, "", ""), run("@/all.spl @/none.spl --format json --output @/results"));
    assertEquals("[]\n", Files.readString(folder.resolve("results/none.json")));
    assertEquals(new Outcome(0, "", ""), run("@/all.spl @/none.spl --output @/results"));
    assertEquals("0 rows\n", Files.readString(folder.resolve("results/none.txt")));
  }

  @Test
  void aWrongSearchIsToldOfAndTheOthersRun() {
    Outcome outcome = run("@/wrong.spl @/web.spl @/missing.spl --format ndjson");
    assertEquals(1, outcome.exit());
    assertEquals(
        "{\"file\":\"@/web.spl\",\"row\":{\"host\":\"web01\",\"port\":\"443\"}}\n", outcome.out());
    assertTrue(outcome.err().contains(" --> @/wrong.spl:1:12"), outcome.err());
    assertTrue(outcome.err().contains("cannot read `@/missing.spl`"), outcome.err());
  }

  @Test
  void aSearchThatFailsLeavesNoFile() throws IOException {
    write("broken.csv", "host\n\"web01\n");
    Outcome outcome =
        run("@/all.spl @/b.spl --table B=@/broken.csv --format csv --output @/results");
    assertTrue(outcome.err().contains("cannot read `@/b.spl`"), outcome.err());
    write("b.spl", "| from B");
    outcome = run("@/all.spl @/b.spl --table B=@/broken.csv --format csv --output @/results");
    assertEquals(1, outcome.exit());
    assertTrue(Files.exists(folder.resolve("results/all.csv")));
    assertFalse(Files.exists(folder.resolve("results/b.csv")));
  }

  @Test
  void whatIsSaidOfTheDataIsSaidOnce() throws IOException {
    write("hosts.csv", "host,port\nweb01\n");
    String err = run("@/all.spl @/web.spl").err();
    assertEquals(err.indexOf("warning"), err.lastIndexOf("warning"), err);
    assertTrue(err.startsWith("warning"), err);
  }

  @Test
  void anOutputThatCannotTellTheSearchesApartIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("more"));
    write("more/all.spl", "| from T");
    assertUsage("several searches as csv need --output FOLDER", "@/all.spl @/web.spl --format csv");
    assertUsage(
        "`@/all.spl` and `@/more/all.spl` would both be written to all.txt",
        "@/all.spl @/more/all.spl --output @/results");
    assertUsage(
        "the output of several searches is a folder, and `@/hosts.csv` is a file",
        "@/all.spl @/web.spl --output @/hosts.csv");
    assertFalse(Files.exists(folder.resolve("results")));
  }

  private void assertUsage(String expected, String words) {
    Outcome outcome = run(words);
    assertEquals(2, outcome.exit());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().startsWith("error: " + expected), outcome.err());
  }
}
