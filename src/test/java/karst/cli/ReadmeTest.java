package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.example.ShellsByHost;
import org.junit.jupiter.api.Test;

/** The README shows what is so: its commands give its output, and its example compiles. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Path EXAMPLE = Path.of("src/test/java/karst/example/ShellsByHost.java");
  private static final String KARST = "java -jar target/karst.jar ";

  private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\\n\\$ (.*?)^```$");
  private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

  /** The rest of the output is left out after this line. */
  private static final String MORE = "...";

  private static final Pattern WORD =
      Pattern.compile("'([^']*)'|\"((?:\\\\.|[^\"\\\\])*)\"|(\\S+)");
  private static final Pattern FILE = Pattern.compile("\\$\\(cat (\\S+)\\)");

  @Test
  void commandsGiveTheirOutput() throws IOException {
    String readme = Files.readString(README);
    String actual =
        CONSOLE.matcher(readme).replaceAll(block -> Matcher.quoteReplacement(rerun(block)));
    if (Boolean.getBoolean("karst.accept")) {
      Files.writeString(README, actual);
    } else {
      assertEquals(readme, actual);
    }
    assertTrue(CONSOLE.matcher(readme).find());
  }

  @Test
  void theExampleIsTheOneThatCompiles() throws IOException {
    List<String> blocks =
        JAVA.matcher(Files.readString(README)).results().map(block -> block.group(1)).toList();
    assertTrue(blocks.contains(Files.readString(EXAMPLE)), "the block differs from " + EXAMPLE);
  }

  @Test
  void theExampleRuns() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      ShellsByHost.main(new String[0]);
    } finally {
      System.setOut(before);
    }
    String output = printed.toString(StandardCharsets.UTF_8);
    assertFalse(output.isEmpty());
    assertTrue(read(README).contains("```text\n" + output + "```"), output);
  }

  @Test
  void linksLeadSomewhere() {
    List<String> dead = new ArrayList<>();
    Matcher links = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(read(README));
    while (links.find()) {
      if (!Files.exists(Path.of(links.group(1)))) {
        dead.add(links.group(1));
      }
    }
    assertEquals(List.of(), dead);
  }

  /** Returns a block with the output that its command gives now. */
  private static String rerun(MatchResult block) {
    List<String> lines = block.group(1).lines().toList();
    int end = 0;
    while (lines.get(end).endsWith("\\")) {
      end++;
    }
    String command = String.join("\n", lines.subList(0, end + 1));
    String output = run(command.replace("\\\n", " "));
    List<String> shown = lines.subList(end + 1, lines.size());
    if (shown.contains(MORE)) {
      String first = output.lines().limit(shown.indexOf(MORE)).reduce("", (a, b) -> a + b + "\n");
      output = first + MORE + "\n";
    }
    return "```console\n$ " + command + "\n" + output + "```";
  }

  private static String run(String command) {
    assertTrue(command.startsWith(KARST), command);
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command.substring(KARST.length()));
    while (word.find()) {
      words.add(word(word));
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(output, true, StandardCharsets.UTF_8);
    Main.run(words.toArray(String[]::new), both, both);
    return output.toString(StandardCharsets.UTF_8);
  }

  /** Returns a word as a shell would: of all that it can do, the README needs {@code $(cat)}. */
  private static String word(MatchResult word) {
    if (word.group(1) != null) {
      return word.group(1);
    }
    if (word.group(2) != null) {
      return FILE.matcher(word.group(2))
          .replaceAll(
              file -> Matcher.quoteReplacement(read(Path.of(file.group(1))).stripTrailing()));
    }
    return word.group(3);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
