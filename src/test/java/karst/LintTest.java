package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the source text that no compiler checks. */
class LintTest {
  private static final Path MAIN = Path.of("src/main/java/karst");
  private static final Path TEST = Path.of("src/test/java/karst");
  private static final Path DOCS = Path.of("src/main/resources/karst/docs");
  private static final Path SCRIPTS = Path.of("src/test/resources/script");

  private static final int LONGEST_FILE = 400;

  /** Commands whose names are not ours to know. */
  private static final Set<String> OF_ANY_NAME =
      Set.of("CommandTemplate", "CommandTemplateConverter", "CustomCall");

  private static final int LONGEST_GRAMMAR = 600;

  private static final Pattern ENTRY =
      Pattern.compile("entry\\(\\s*(\\w+)\\.SYNTAX,\\s*new (\\w+)\\(\\)\\)");
  private static final Pattern NAME = Pattern.compile("CommandSyntax\\s*\\.named\\(\\s*\"(\\w+)\"");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("(?m)^public .*\\b(?:class|record|interface|enum) (\\w+)");
  private static final Pattern DOCUMENTED_TYPE =
      Pattern.compile(
          "(?m)\\*/\\n"
              + "(?:@.*\\n"
              + "(?:[ })].*\\n"
              + ")*)*public .*\\b(?:class|record|interface|enum) (\\w+)");

  @Test
  void everyPackageIsDescribedAndNullMarked() {
    Set<Path> packages = new TreeSet<>();
    java(MAIN).forEach(file -> packages.add(file.getParent()));
    assertFaultless(
        packages.stream()
            .filter(folder -> !folder.endsWith("antlr"))
            .map(folder -> folder.resolve("package-info.java"))
            .filter(file -> !Files.exists(file) || !isDescribed(read(file))));
  }

  private static boolean isDescribed(String packageInfo) {
    return packageInfo.startsWith("/**") && packageInfo.contains("\n@NullMarked\n");
  }

  @Test
  void mainFilesStayShort() {
    assertFaultless(java(MAIN).stream().filter(file -> read(file).lines().count() > LONGEST_FILE));
  }

  @Test
  void theGrammarStaysSmallHoweverManyCommandsThereAre() {
    long lines =
        files(Path.of("grammar"), ".g4").stream()
            .mapToLong(file -> read(file).lines().count())
            .sum();
    assertTrue(lines > 0 && lines < LONGEST_GRAMMAR, lines + " lines");
  }

  @Test
  void namesSayWhatAThingIs() {
    Pattern empty = Pattern.compile("(Manager|Helper|Utils?|Impl)(?![a-z])");
    assertFaultless(
        allJava().stream().filter(file -> empty.matcher(file.getFileName().toString()).find()));
  }

  @Test
  void nothingIsLeftForLater() {
    assertNowhere("\\b(?:TO|FIX)(?:DO|ME)\\b");
  }

  @Test
  void filesNameNoAuthors() {
    assertNowhere("@autho[r]\\b");
  }

  @Test
  void javaIsIndentedBySpaces() {
    assertNowhere("\t");
  }

  @Test
  void everyPublicTypeIsDescribed() {
    List<String> faults = new ArrayList<>();
    for (Path file : java(MAIN)) {
      Set<String> undescribed = matches(PUBLIC_TYPE, read(file));
      undescribed.removeAll(matches(DOCUMENTED_TYPE, read(file)));
      undescribed.forEach(type -> faults.add(file + ": " + type));
    }
    assertFaultless(faults.stream());
  }

  @Test
  void theCommandTableIsSorted() {
    List<String> records = commands().stream().map(command -> command.group(1)).toList();
    assertFalse(records.isEmpty());
    assertEquals(records.stream().sorted().toList(), records);
  }

  @Test
  void everyRecordAndEveryConverterStandsInTheCommandTable() {
    String table = read(MAIN.resolve("Commands.java"));
    List<Path> files = new ArrayList<>(java(MAIN.resolve("plan/command")));
    files.removeIf(file -> !file.toString().endsWith("Converter.java"));
    files.addAll(java(MAIN.resolve("command")));
    files.removeIf(file -> file.toString().contains("command/") && !isCommandFile(file));
    files.removeIf(file -> OF_ANY_NAME.contains(stem(file)));
    assertFaultless(files.stream().filter(file -> !table.contains(stem(file) + ";")));
  }

  private static boolean isCommandFile(Path file) {
    return file.toString().endsWith("Converter.java")
        || Pattern.compile("public record \\w+\\([^{]*\\bimplements Command\\b")
            .matcher(read(file))
            .find();
  }

  @Test
  void everyCommandHasARecordAConverterAPageAndAScript() {
    List<Path> missing = new ArrayList<>();
    for (MatchResult command : commands()) {
      Path record = MAIN.resolve("command/" + command.group(1) + ".java");
      missing.add(record);
      missing.add(MAIN.resolve("plan/command/" + command.group(2) + ".java"));
      matches(NAME, Files.exists(record) ? read(record) : "")
          .forEach(
              name -> {
                missing.add(DOCS.resolve("command/" + name + ".md"));
                missing.add(SCRIPTS.resolve("command/" + name + ".test"));
              });
    }
    missing.removeIf(Files::exists);
    assertFaultless(missing.stream());
  }

  @Test
  void everyPageIsListedInTheIndex() {
    String index = read(DOCS.resolve("index.md"));
    assertFaultless(
        files(DOCS, ".md").stream()
            .map(page -> DOCS.relativize(page).toString().replace('\\', '/'))
            .filter(page -> !page.equals("index.md"))
            .filter(page -> !index.contains("(" + page + ")")));
  }

  /** The lines of the command table: the record is group 1, the converter group 2. */
  private static List<MatchResult> commands() {
    return ENTRY.matcher(read(MAIN.resolve("Commands.java"))).results().toList();
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void assertNowhere(String regex) {
    Predicate<String> found = Pattern.compile(regex).asPredicate();
    assertFaultless(allJava().stream().filter(file -> found.test(read(file))));
  }

  private static void assertFaultless(Stream<?> faults) {
    assertEquals("", faults.map(String::valueOf).collect(Collectors.joining("\n")));
  }

  private static List<Path> allJava() {
    return Stream.of(MAIN, TEST).map(LintTest::java).flatMap(Collection::stream).toList();
  }

  private static List<Path> java(Path folder) {
    return files(folder, ".java");
  }

  private static List<Path> files(Path folder, String suffix) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.java$", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
