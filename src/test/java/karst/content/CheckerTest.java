package karst.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import karst.Engine;
import karst.EngineBuilder;
import karst.lint.Lint;
import karst.source.Diagnostic;
import karst.source.SourceText;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CheckerTest {
  private static final Path CORPUS = Path.of("../shared/escu");

  private static Engine engine(ContentFolder folder) {
    EngineBuilder builder = folder.addTo(Engine.builder());
    EmptyTables.of(folder.models()).forEach(builder::table);
    return builder.noEvents().build();
  }

  private static CheckResult check(String spl, Lint... silenced) {
    ContentFolder folder = ContentFolder.read(ContentFolderTest.SAMPLE);
    String yaml = "name: A\nsearch: |-\n  " + spl.replace("\n", "\n  ") + "\n";
    return new Checker(engine(folder), Set.of(silenced))
        .check(DetectionReader.read("a.yml", SourceText.of("a.yml", yaml)));
  }

  @Test
  void macrosLookupsAndModelsOfTheFolderAreThere() {
    ContentFolder folder = ContentFolder.read(ContentFolderTest.SAMPLE);
    CheckReport report = new Checker(engine(folder), Set.of()).check(folder);
    report.results().forEach(result -> assertEquals(List.of(), result.diagnostics()));
    assertEquals(4, report.count(CheckResult.Status.OK));
    assertEquals(CheckResult.Status.OK, check("| inputlookup known_tools").status());
  }

  @Test
  void whatIsWrongFails() {
    CheckResult result = check("| tstats count from datamodel=Endpoint.Processes\n| hed 5");
    assertEquals(CheckResult.Status.FAILED, result.status());
    Diagnostic fault = result.diagnostics().get(0);
    assertEquals("E0301", fault.id());
    assertEquals(4, Objects.requireNonNull(fault.origin()).location().line());
  }

  @Test
  void whatKarstCannotDoIsUnsupported() {
    assertEquals(CheckResult.Status.UNSUPPORTED, check("| rest /services").status());
    assertEquals(CheckResult.Status.FAILED, check("| rest /services | hed 5").status());
  }

  @Test
  void searchesOfRawEventsNeedNoEvents() {
    assertEquals(CheckResult.Status.OK, check("index=main a=1 | stats count by b").status());
  }

  @Test
  void aDetectionWithWarningsIsOk() {
    String spl = "| tstats count from datamodel=Endpoint.Processes by Processes.dest | where x=1";
    CheckResult result = check(spl);
    assertEquals(CheckResult.Status.OK, result.status());
    assertEquals(List.of("W0801"), result.diagnostics().stream().map(Diagnostic::id).toList());
    assertEquals(List.of(), check(spl, Lint.UNKNOWN_FIELD).diagnostics());
  }

  @Test
  void aSearchThatCannotBeParsedIsToldOnce() {
    assertEquals(1, check("| stats count by (").diagnostics().size());
  }

  @Test
  void theCorpusIsReadWhole() {
    Assumptions.assumeTrue(Files.isDirectory(CORPUS), "needs ../shared/escu");
    ContentFolder folder = ContentFolder.read(CORPUS);
    CheckReport report = new Checker(engine(folder), Set.of()).check(folder);
    assertEquals(1198, folder.detections().size());
    // Nothing is wrong with their syntax, and nothing makes Karst fail.
    assertTrue(
        report.results().stream()
            .flatMap(result -> result.errors().stream())
            .noneMatch(error -> error.id().equals("E0999") || error.id().startsWith("E01")));
  }
}
