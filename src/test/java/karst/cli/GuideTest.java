package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows the guide gets what it promises. */
class GuideTest {
  private static final Path GUIDE = Path.of("src/main/resources/karst/docs/guide.md");
  private static final Pattern FILE =
      Pattern.compile("(?ms)^`([^`\\n]+)`\\n\\n```\\w+\\n(.*?)^```$");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ karst (.*)$");
  private static final Pattern JOB = Pattern.compile("run: java -jar tools/karst.jar (.*)");

  @TempDir private Path folder = Path.of("");

  @Test
  void everyCommandSucceedsOnTheFilesThatInitWrites() throws IOException {
    String page = Files.readString(GUIDE);
    List<Outcome> outcomes = new ArrayList<>();
    COMMAND.matcher(page).results().forEach(found -> outcomes.add(run(found.group(1))));
    JOB.matcher(page).results().forEach(found -> outcomes.add(run(found.group(1))));
    assertEquals(7, outcomes.size());
    outcomes.forEach(outcome -> assertEquals(0, outcome.exit(), outcome.out() + outcome.err()));
    assertEquals(1, outcomes.get(2).out().lines().count(), outcomes.get(2).out());
    assertTrue(outcomes.get(2).out().contains("CORP\\\\eve packed files with rar.exe on pc01"));
    assertTrue(outcomes.get(3).out().contains("4 tests: 4 passed, 0 failed, 0 skipped"));
    assertTrue(Files.readString(folder.resolve("results.xml")).contains("failures=\"0\""));
  }

  @Test
  void theFilesOfThePageAreThoseThatInitWrites() throws IOException {
    assertEquals(0, Outcome.of("init", folder.toString()).exit());
    Map<String, String> shown = new TreeMap<>();
    FILE.matcher(Files.readString(GUIDE))
        .results()
        .forEach(file -> shown.put(file.group(1), file.group(2)));
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        written.put(name, Files.readString(file));
      }
    }
    assertEquals(shown, written);
  }

  @Test
  void initWritesNothingWhereOneOfItsFilesIs() throws IOException {
    Path own = Files.createDirectories(folder.resolve("data")).resolve("listing.csv");
    Files.writeString(own, "mine");
    Outcome outcome = Outcome.of("init", folder.toString());
    assertEquals(1, outcome.exit());
    assertTrue(outcome.err().contains("data/listing.csv` is there already"), outcome.err());
    assertEquals("mine", Files.readString(own));
    assertFalse(Files.exists(folder.resolve("content")));
  }

  @Test
  void initMakesAFolderThatIsNotThere() {
    Path fresh = folder.resolve("a/b");
    Outcome outcome = Outcome.of("init", fresh.toString());
    assertEquals(0, outcome.exit(), outcome.err());
    assertTrue(outcome.out().contains("karst test " + fresh.resolve("content")), outcome.out());
    assertEquals(0, Outcome.of("check", fresh.resolve("content").toString()).exit());
  }

  @Test
  void helpShowsIt() throws IOException {
    assertEquals(Files.readString(GUIDE), Outcome.of("help", "guide").out());
  }

  /** Runs a command as if the folder were the current one. */
  private Outcome run(String command) {
    String placed =
        command
            .replaceAll("(?<=[ =])(content|data|results\\.xml)", folder + "/$1")
            .replaceAll("(?<= )\\.$", folder.toString())
            .replace("--" + folder + "/", "--");
    return Outcome.of(placed.split(" "));
  }
}
