package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import karst.CustomCommand;
import karst.Engine;
import karst.Extensions;
import karst.table.Tables;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
  @TempDir private Path folder = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Shell> shells = new ArrayList<>();

  private final Engine engine =
      Engine.builder()
          .table(Tables.memory("web", List.of(Map.of("host", "a"), Map.of("host", "b"))))
          .table(Tables.memory("Endpoint.Processes", List.of(Map.of("user", "a"))))
          .extensions(
              Extensions.none()
                  .command(
                      CustomCommand.named("interrupted", "Is cancelled while it runs")
                          .eachRow(
                              call -> List.of(),
                              (call, row) -> {
                                shells.forEach(Shell::cancel);
                                return Map.of();
                              })))
          .build();

  private Streams streams() {
    return new Streams(out, new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  private Shell shell() {
    Streams streams = streams();
    Shell shell =
        new Shell(
            engine,
            new QueryRun(Format.CSV, null, new TableStyle(1 << 20, ZoneOffset.UTC), streams),
            streams);
    shells.add(shell);
    return shell;
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Types on a dumb terminal. */
  private void typed(String text) throws IOException {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    ByteArrayInputStream keys = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (DumbTerminal terminal =
        new DumbTerminal("test", "dumb", keys, screen, StandardCharsets.UTF_8)) {
      ShellCommand.talk(shell(), engine, terminal, folder.resolve("history"));
    }
  }

  private int piped(String text) {
    ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    PrintStream err = new PrintStream(out, true, StandardCharsets.UTF_8);
    return Main.run(new String[] {"shell", "--format", "csv"}, in, out, err);
  }

  private List<String> completed(String line) {
    SearchLine at = SearchLine.of(line, line.length());
    return new Completions(engine)
        .at(at.before()).stream().filter(word -> word.startsWith(at.word())).toList();
  }

  @Test
  void searchesAreAnsweredOneAfterTheOther() throws IOException {
    typed("| from web | stats count\n| from web | head 1\n");
    assertEquals("count\n2\nhost\na\n", printed());
  }

  @Test
  void aSearchThatIsNotFinishedGoesOnOnTheNextLine() throws IOException {
    typed("| from web |\n append [ from web\n ] | stats count\n");
    assertEquals("count\n4\n", printed());
  }

  @Test
  void aFaultIsShownWithItsPlaceAndTheShellGoesOn() throws IOException {
    typed("| from web | stat count\n| from web | tail 1\n");
    assertTrue(printed().contains("did you mean `stats`?"), printed());
    assertTrue(printed().contains("              ^^^^\n"), printed());
    assertTrue(printed().endsWith("host\nb\n"), printed());
  }

  @Test
  void linesAreKeptForTheNextTime() throws IOException {
    typed("| from web | head 1\n.quit\n");
    assertTrue(Files.readString(folder.resolve("history")).contains("| from web | head 1"));
  }

  @Test
  void theEndOfInputOrQuitEndIt() throws IOException {
    typed(".quit\n| from web\n");
    assertEquals("", printed());
    typed("");
  }

  @Test
  void aSearchIsCancelledAndNotTheShell() {
    Shell shell = shell();
    shell.answer("| from web | interrupted | sort host");
    assertTrue(printed().contains("the search was cancelled"), printed());
    assertFalse(shell.hasEnded());
    shell.cancel();
    shell.answer("| from web | head 1");
    assertTrue(printed().endsWith("host\na\n"), printed());
  }

  @Test
  void itsOwnCommandsBeginWithAPoint() {
    Shell shell = shell();
    shell.answer(".tables");
    assertEquals("Endpoint.Processes\nweb\n", printed());
    shell.answer(".macros");
    assertTrue(printed().contains("process_cmd\n"), printed());
    shell.answer(".explain bound | from web | head 1");
    assertTrue(printed().contains("| head limit=1 "), printed());
    shell.answer(".explain | from web");
    assertTrue(printed().contains("SplTableScan(table=[[web]]"), printed());
    shell.answer(".help tail");
    assertTrue(printed().contains("# tail\n"), printed());
    shell.answer(".help");
    assertTrue(printed().contains(".explain [STAGE] SEARCH"), printed());
    assertFalse(shell.hasFailed());
    shell.answer(".table");
    assertTrue(printed().contains("did you mean `.tables`?"), printed());
    shell.answer(".help tial");
    assertTrue(printed().contains("did you mean `tail`?"), printed());
    assertTrue(shell.hasFailed());
  }

  @Test
  void linesFromAPipeAreAnsweredWithoutAPrompt() {
    assertEquals(0, piped("| makeresults | eval x=1 |\n table x\n.quit\nnonsense\n"));
    assertEquals("x\n1\n", printed());
  }

  @Test
  void aFaultInThemIsAnExitCode() {
    assertEquals(1, piped("| makerslts\n| makeresults | eval x=2 | table x"));
    assertTrue(printed().contains("did you mean `makeresults`?"), printed());
    assertTrue(printed().endsWith("x\n2\n"), printed());
  }

  @Test
  void whatASearchStillNeeds() {
    assertEquals("", UnfinishedSearch.needs("| from web | where x=\"a|\" ```|``` "));
    assertEquals("|", UnfinishedSearch.needs("| from web | "));
    assertEquals("\"", UnfinishedSearch.needs("| where x=\"a\\\""));
    assertEquals("]", UnfinishedSearch.needs("| append [ from (web)"));
    assertEquals(")", UnfinishedSearch.needs("| where (x=\"]\""));
    assertEquals("`", UnfinishedSearch.needs("`macro(1"));
    assertEquals("```", UnfinishedSearch.needs("| from web ``` a note"));
    assertEquals("", UnfinishedSearch.needs("| from web ]"));
  }

  @Test
  void commandsAreCompletedAfterABar() {
    assertEquals(List.of("stats"), completed("| from web | stat"));
    assertEquals(List.of("strcat"), completed("| append [strc"));
    assertTrue(completed("").contains("| from"));
    assertTrue(completed("").contains(".tables"));
    assertTrue(completed("| inter").contains("interrupted"));
  }

  @Test
  void optionsAndTheirValuesAreCompleted() {
    assertEquals(List.of("keepempty=", "keepevents="), completed("| from web | dedup keep"));
    assertEquals(List.of("false", "true"), completed("| from web | dedup keepempty="));
    assertEquals(List.of("left"), completed("| from web | join type=l"));
  }

  @Test
  void functionsFieldsMacrosAndTablesAreCompleted() {
    assertEquals(List.of("mvcount("), completed("| from web | eval n=mvc"));
    assertEquals(List.of("stdev(", "stdevp("), completed("| from web | stats st"));
    assertEquals(List.of("host"), completed("| from web | eval x=1 | table hos"));
    assertEquals(List.of("mine"), completed("| from web | eval mine=1 | fields min"));
    assertEquals(List.of("process_cmd"), completed("| from web | search `process_cm"));
    assertEquals(List.of("web"), completed("| from we"));
    assertEquals(
        List.of("Endpoint.Processes"), completed("| tstats count from datamodel=Endpoint.Proc"));
  }

  @Test
  void nothingIsCompletedWithinATextInQuotes() {
    assertEquals(List.of(), completed("| from web | where host=\"a"));
  }

  @Test
  void explainIsCompletedLikeASearch() {
    assertEquals(List.of("plan"), completed(".explain pl"));
    assertEquals(List.of("tail"), completed(".explain plan | from web | tai"));
    assertEquals(List.of("tail"), completed(".help tai"));
    assertEquals(List.of(), completed(".tables x"));
  }
}
