package karst.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceText;
import karst.source.SplException;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Expands every published detection with the published macros. */
class MacroCorpusTest {
  private static final Path CORPUS = Path.of("../shared/escu");

  /** Macros of other applications, which are published with those. */
  private static final List<String> ELSEWHERE = List.of("cim_corporate_web_domain_search(1)");

  @Test
  void expandsEveryDetection() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "the corpus of published detections is not here");
    MacroLibrary library =
        MacroLibrary.load(CORPUS.resolve("macros")).withOverrides(MacroLibrary.shipped());
    MacroExpander expander = new MacroExpander(library);
    TreeSet<String> unknown = new TreeSet<>();
    int count = 0;
    for (Path file : detections()) {
      count++;
      try {
        String expanded = expander.expand(SourceText.of(file.toString(), search(file))).expanded();
        assertFalse(hasBacktickOutsideQuotes(expanded), file + ": " + expanded);
      } catch (SplException e) {
        for (Diagnostic diagnostic : e.diagnostics()) {
          assertEquals(DiagnosticCode.UNKNOWN_MACRO, diagnostic.code(), e.render());
          unknown.add(diagnostic.message().replaceAll(".*`(.*)`.*", "$1"));
        }
      }
    }
    assertTrue(count > 1000, "only " + count + " detections");
    assertEquals(ELSEWHERE, List.copyOf(unknown));
  }

  private static List<Path> detections() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS.resolve("detections"))) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }

  private static String search(Path file) throws IOException {
    Object detection =
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    Object search = ((Map<?, ?>) detection).get("search");
    return search == null ? "" : search.toString();
  }

  private static boolean hasBacktickOutsideQuotes(String text) {
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '`') {
        return true;
      }
      at = QuotedText.skip(text, at);
    }
    return false;
  }
}
