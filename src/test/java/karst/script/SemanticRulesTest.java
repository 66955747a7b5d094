package karst.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of rules names a test for each, and the classes and queries that there are now. */
class SemanticRulesTest {
  private static final Path FOLDER = Path.of("src/test/resources/script/semantics");
  private static final Path PAGE = FOLDER.resolve("README.md");
  private static final Path TESTS = Path.of("src/test/java/karst");
  private static final Path CODE = Path.of("src/main/java");
  private static final Pattern ROW =
      Pattern.compile("\\| ([§Q][\\d.]+) \\| (.*) \\| (.*) \\| (.*) \\|");
  private static final Pattern NAMED = Pattern.compile("§[0-4](?:\\.\\d+)|\\bQ\\d+\\b");
  private static final Pattern TITLE = Pattern.compile("query: (§[\\d.]+|Q\\d+|\\d+) (.*)");
  private static final String LAST_LINE = "|---|---|";
  private static final String ARROW = " › ";
  private static final int VECTORS = 30;
  private static final int QUESTIONS = 26;

  @Test
  void thePageNamesTheClassesThatNameTheRule() throws IOException {
    Map<String, TreeSet<String>> classes = classes();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = ROW.matcher(line);
      lines.add(
          row.matches()
              ? "| %s | %s | %s | %s |"
                  .formatted(
                      row.group(1),
                      row.group(2),
                      classes.getOrDefault(row.group(1), new TreeSet<>()).stream()
                          .map(name -> "`" + name + "`")
                          .collect(Collectors.joining(", ")),
                      row.group(4))
              : line);
      if (line.equals(LAST_LINE)) {
        lines.addAll(queries());
        break;
      }
    }
    String page = String.join("\n", lines) + "\n";
    if (Boolean.getBoolean("karst.accept")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(page, Files.readString(PAGE));
  }

  @Test
  void everyRuleHasATestThatIsThere() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Matcher row : rows()) {
      String[] test = row.group(4).split(ARROW, 2);
      boolean there =
          test.length == 1
              ? Files.exists(TESTS.resolve(test[0] + ".java"))
              : Files.readAllLines(FOLDER.resolve(test[0])).contains("query: " + test[1]);
      if (!there) {
        missing.add(row.group(1) + ": " + row.group(4));
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void everyVectorAndEveryOpenQuestionIsOnThePage() throws IOException {
    List<String> page = Files.readAllLines(PAGE);
    List<String> missing = new ArrayList<>();
    for (int i = 1; i <= VECTORS; i++) {
      missing.add("| §9." + i + " |");
    }
    for (int i = 1; i <= QUESTIONS; i++) {
      missing.add("| Q" + i + " |");
    }
    missing.removeIf(start -> page.stream().anyMatch(line -> line.startsWith(start)));
    assertEquals(List.of(), missing);
  }

  /** A rule that the code goes by and the page does not have would be one without a test. */
  @Test
  void everyRuleOfValuesThatTheCodeNamesIsOnThePage() throws IOException {
    List<String> rules = rows().stream().map(row -> row.group(1)).toList();
    TreeSet<String> named = new TreeSet<>(classes().keySet());
    rules.forEach(named::remove);
    assertEquals(new TreeSet<String>(), named);
    assertTrue(rules.size() > 40);
  }

  private static List<Matcher> rows() throws IOException {
    List<Matcher> rows = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Returns a line for each query that holds one row of a table, in order of the rules. */
  private static List<String> queries() throws IOException {
    List<String> lines = new ArrayList<>();
    List<Path> scripts;
    try (Stream<Path> all = Files.list(FOLDER)) {
      scripts = all.filter(file -> file.toString().endsWith(".test")).sorted().toList();
    }
    for (Path script : scripts) {
      for (String line : Files.readAllLines(script)) {
        Matcher title = TITLE.matcher(line);
        if (title.matches()) {
          String rule = title.group(1);
          lines.add(
              "| %s | %s%s%s |"
                  .formatted(
                      Character.isDigit(rule.charAt(0)) ? "§9." + rule : rule,
                      script.getFileName(),
                      ARROW,
                      title.group(2)));
        }
      }
    }
    return lines;
  }

  /** Returns the classes that name a rule, by rule. */
  private static Map<String, TreeSet<String>> classes() throws IOException {
    Map<String, TreeSet<String>> classes = new TreeMap<>();
    List<Path> sources;
    try (Stream<Path> all = Files.walk(CODE)) {
      sources = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    for (Path source : sources) {
      String name = String.valueOf(source.getFileName()).replace(".java", "");
      Matcher named = NAMED.matcher(Files.readString(source));
      while (named.find()) {
        classes.computeIfAbsent(named.group(), rule -> new TreeSet<>()).add(name);
      }
    }
    return classes;
  }
}
