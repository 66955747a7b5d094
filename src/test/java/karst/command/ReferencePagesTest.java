package karst.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import karst.ast.RawCommand;
import karst.source.Diagnostic;
import karst.source.Diagnostics;
import karst.source.Severity;
import karst.source.SourceMap;
import karst.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of a command says what its declaration says. */
class ReferencePagesTest {
  private static final Pattern SECTION = Pattern.compile("^## (.*)$", Pattern.MULTILINE);
  private static final Pattern EXAMPLE =
      Pattern.compile("^```spl-test\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern QUERY =
      Pattern.compile("^query: [^\n]*\n(.*?)^----", Pattern.MULTILINE | Pattern.DOTALL);

  static Stream<CommandSyntax<?>> syntaxes() {
    return Spl.SYNTAXES.stream();
  }

  private static String page(CommandSyntax<?> syntax) {
    String path = "/karst/docs/command/" + syntax.name() + ".md";
    try (InputStream in = Command.class.getResourceAsStream(path)) {
      assertTrue(in != null, "no page " + path);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("syntaxes")
  void aPageHasItsSectionsInOrder(CommandSyntax<?> syntax) {
    String page = page(syntax);
    assertTrue(page.startsWith("# " + syntax.name() + "\n"), page);
    assertEquals(
        List.of("Synopsis", "Description", "Options", "Examples", "Differences"),
        SECTION.matcher(page).results().map(found -> found.group(1)).toList());
  }

  @ParameterizedTest
  @MethodSource("syntaxes")
  void aPageShowsTheSynopsis(CommandSyntax<?> syntax) {
    String expected = "```text\n" + syntax.usage() + "\n```";
    assertTrue(page(syntax).contains(expected), expected);
  }

  @ParameterizedTest
  @MethodSource("syntaxes")
  void aPageListsEveryOption(CommandSyntax<?> syntax) {
    List<String> rows = page(syntax).lines().filter(line -> line.startsWith("| `")).toList();
    assertEquals(syntax.options().stream().map(ReferencePagesTest::row).toList(), rows);
  }

  private static String row(OptionSpec option) {
    String value = option.defaultText();
    boolean text = option.type() == OptionSpec.Type.TEXT;
    String shown = value.isEmpty() ? "none" : text ? "`\"" + value + "\"`" : "`" + value + "`";
    String effect = option.hasEffect() ? option.summary() : "No effect here: " + option.summary();
    return "| `"
        + String.join("` | ", option.name(), option.type().description())
        + " | "
        + shown
        + " | "
        + effect
        + " |";
  }

  @ParameterizedTest
  @MethodSource("syntaxes")
  void theSearchesOfTheExamplesAreBoundWithoutErrors(CommandSyntax<?> syntax) {
    int searches = 0;
    boolean shown = false;
    Matcher examples = EXAMPLE.matcher(page(syntax));
    while (examples.find()) {
      Matcher queries = QUERY.matcher(examples.group(1));
      while (queries.find()) {
        searches++;
        SourceMap map = SourceMap.identity(SourceText.of("<page>", queries.group(1)));
        for (RawCommand raw : Spl.parse(map).commands()) {
          shown |= raw.name().equals(syntax.name());
          assertEquals(List.of(), errors(raw, map));
        }
      }
    }
    assertTrue(searches > 0 && shown, "no example of " + syntax.name());
  }

  private static List<Diagnostic> errors(RawCommand raw, SourceMap map) {
    Diagnostics diagnostics = new Diagnostics(map);
    Spl.syntax(raw.name()).bind(raw, diagnostics);
    List<Diagnostic> errors = new ArrayList<>(diagnostics.all());
    errors.removeIf(each -> each.severity() != Severity.ERROR);
    return errors;
  }
}
