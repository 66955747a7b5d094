package karst.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every script. */
class ScriptsTest {
  private static final Path FOLDER = Path.of("src/test/resources/script");

  @TestFactory
  Stream<DynamicTest> everyQueryGivesWhatItsScriptSays() throws IOException {
    List<Path> scripts = scripts();
    assertFalse(scripts.isEmpty());
    return scripts.stream().flatMap(ScriptsTest::tests);
  }

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".test")).sorted().toList();
    }
  }

  private static Stream<DynamicTest> tests(Path file) {
    String name = FOLDER.relativize(file).toString();
    if (Acceptance.isOn()) {
      Script script = Script.parse(Acceptance.read(file));
      Acceptance.write(file, ScriptRunner.accept(script).text());
    }
    String text = Acceptance.read(file);
    Script script = Script.parse(text);
    DynamicTest fixedPoint =
        DynamicTest.dynamicTest(name + " › is formatted", () -> assertEquals(script.text(), text));
    Stream<DynamicTest> queries =
        script.cases().stream()
            .map(
                query ->
                    DynamicTest.dynamicTest(
                        name + " › " + query.query().title(),
                        URI.create(file.toUri() + "?line=" + query.query().line()),
                        () -> ScriptRunner.check(query)));
    return Stream.concat(Stream.of(fixedPoint), queries);
  }
}
