package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  void everyCommandSucceedsOnTheFilesOfThePage() throws IOException {
    String page = Files.readString(GUIDE);
    Matcher files = FILE.matcher(page);
    while (files.find()) {
      Path file = folder.resolve(files.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, files.group(2));
    }
    List<Outcome> outcomes = new ArrayList<>();
    COMMAND.matcher(page).results().forEach(found -> outcomes.add(run(found.group(1))));
    JOB.matcher(page).results().forEach(found -> outcomes.add(run(found.group(1))));
    assertEquals(6, outcomes.size());
    outcomes.forEach(outcome -> assertEquals(0, outcome.exit(), outcome.out() + outcome.err()));
    assertEquals(1, outcomes.get(1).out().lines().count(), outcomes.get(1).out());
    assertTrue(outcomes.get(1).out().contains("CORP\\\\eve packed files with rar.exe on pc01"));
    assertTrue(outcomes.get(2).out().contains("4 tests: 4 passed, 0 failed, 0 skipped"));
    assertTrue(Files.readString(folder.resolve("results.xml")).contains("failures=\"0\""));
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
            .replace("--" + folder + "/", "--");
    return Outcome.of(placed.split(" "));
  }
}
