package karst.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import karst.Engine;
import karst.command.CommandSyntax;
import karst.command.OptionSpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every command has a page whose examples are true, and a script. */
class CommandPagesTest {
  private static final Path PAGES = Path.of("src/main/resources/karst/docs/command");
  private static final Path SCRIPTS = Path.of("src/test/resources/script/command");

  @TestFactory
  Stream<DynamicTest> everyExampleGivesWhatItsPageSays() {
    return commands().flatMap(CommandPagesTest::examples);
  }

  @TestFactory
  Stream<DynamicTest> everyPageIsComplete() {
    return commands()
        .map(command -> DynamicTest.dynamicTest(command.name(), () -> checkPage(command)));
  }

  @TestFactory
  Stream<DynamicTest> everyCommandHasAScript() {
    return commands()
        .map(CommandSyntax::name)
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> assertTrue(Files.exists(SCRIPTS.resolve(name + ".test")))));
  }

  private static Stream<CommandSyntax<?>> commands() {
    return Engine.builder().build().commands().syntaxes().stream();
  }

  private static Path page(CommandSyntax<?> command) {
    return PAGES.resolve(command.name() + ".md");
  }

  private static Stream<DynamicTest> examples(CommandSyntax<?> command) {
    Path file = page(command);
    if (!Files.exists(file)) {
      return Stream.empty();
    }
    if (Acceptance.isOn()) {
      Acceptance.write(file, DocPage.read(file).withScripts(CommandPagesTest::accepted));
    }
    return DocPage.read(file).scripts().stream()
        .flatMap(text -> examples(command.name() + ".md", text));
  }

  private static String accepted(String script) {
    return ScriptRunner.accept(Script.parse(script)).text();
  }

  private static Stream<DynamicTest> examples(String page, String text) {
    Script script = Script.parse(text);
    Stream<DynamicTest> queries =
        script.cases().stream()
            .map(
                example ->
                    DynamicTest.dynamicTest(
                        page + " › " + example.query().title(), () -> ScriptRunner.check(example)));
    DynamicTest format =
        DynamicTest.dynamicTest(page + " › is formatted", () -> assertEquals(script.text(), text));
    return Stream.concat(Stream.of(format), queries);
  }

  private static void checkPage(CommandSyntax<?> command) {
    assertTrue(Files.exists(page(command)), () -> page(command) + " is missing");
    DocPage page = DocPage.read(page(command));
    assertTrue(page.text().startsWith("# " + command.name() + "\n"));
    String synopsis = command.usage();
    assertTrue(
        page.text().contains("```text\n" + synopsis + "\n```"),
        () -> "the synopsis is not " + synopsis);
    for (OptionSpec option : command.options()) {
      assertTrue(
          page.text().contains("| `" + option.name() + "` |"),
          () -> "the option " + option.name() + " is missing");
    }
    assertFalse(page.scripts().isEmpty(), "an example is missing");
  }
}
