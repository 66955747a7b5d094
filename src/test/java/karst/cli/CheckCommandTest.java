package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final String SAMPLE = "src/test/resources/content";

  @TempDir Path folder;

  private void write(String name, String yaml) throws IOException {
    Path file = folder.resolve("detections").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);
  }

  private void writeOneOfEachKind() throws IOException {
    write("a.yml", "name: A\nsearch: '| tstats count from datamodel=Web | where x=1'\n");
    write("b.yml", "name: B\nsearch: '| tstats count from datamodel=Web | rest /x'\n");
    write("c.yml", "name: C\nsearch: '| tstats count from datamodel=Wob'\n");
  }

  @Test
  void aFolderWithoutFaultsSucceeds() {
    assertEquals(
        new Outcome(
            0,
            """
            ok          detections/endpoint/certificate_tool_fetches_file.yml
            ok          detections/endpoint/office_starts_shell.yml
            ok          detections/network/badge_at_night.yml
            ok          detections/network/long_name_lookup.yml
            4 detections: 4 ok, 0 unsupported, 0 failed, 0 warnings
            """,
            ""),
        Outcome.of("check", SAMPLE));
  }

  @Test
  void theShareThatCanBeWrittenAsSqlIsToldWithReasons() throws IOException {
    write("a.yml", "name: A\nsearch: '| tstats count from datamodel=Web by Web.dest'\n");
    write("b.yml", "name: B\nsearch: '| tstats count from datamodel=Web by Web.dest | reverse'\n");
    assertEquals(
        new Outcome(
            0,
            """
            ok          detections/a.yml
            ok          detections/b.yml
              2:58: error[E0903]: `reverse` cannot be written in duckdb: SQL has no equal of Reverse
            2 detections: 2 ok, 0 unsupported, 0 failed, 0 warnings
            1 of 2 can be written in duckdb (50.0%)
                 1  `reverse` cannot be written in duckdb: SQL has no equal of Reverse
            """,
            ""),
        Outcome.of("check", folder.toString(), "--dialect", "duckdb"));
  }

  @Test
  void eachDetectionHasALineWithItsFirstFault() throws IOException {
    writeOneOfEachKind();
    assertEquals(
        new Outcome(
            1,
            """
            ok          detections/a.yml
              2:52: warning[W0801]: no command before this one makes the field `x`: it is null
            unsupported detections/b.yml: 2:46: error[E0302]: `rest` asks a Splunk server, and there is none here; put the answer into a CSV file and read that: | inputlookup FILE
            failed      detections/c.yml: 2:40: error[E0502]: there is no data model `Wob`; did you mean `Web`?
            3 detections: 1 ok, 1 unsupported, 1 failed, 1 warning
            """,
            ""),
        Outcome.of("check", folder.toString()));
  }

  @Test
  void jsonHasTheSame() throws IOException {
    writeOneOfEachKind();
    assertEquals(
        new Outcome(
            1,
            """
            {"detections":3,"ok":1,"unsupported":1,"failed":1,"results":[
            {"file":"detections/a.yml","name":"A","status":"ok","diagnostics":[]}
            ,{"file":"detections/b.yml","name":"B","status":"unsupported","diagnostics":[{"code":"E0302","severity":"error","message":"`rest` asks a Splunk server, and there is none here","line":2,"column":46}]}
            ,{"file":"detections/c.yml","name":"C","status":"failed","diagnostics":[{"code":"E0502","severity":"error","message":"there is no data model `Wob`","line":2,"column":40}]}
            ]}
            """,
            ""),
        Outcome.of("check", folder.toString(), "--format", "json", "--no-lint", "unknown-field"));
  }

  @Test
  void theReportGoesToAFile() throws IOException {
    Path file = folder.resolve("report.json");
    assertEquals(
        new Outcome(0, "", ""),
        Outcome.of("check", SAMPLE, "--format", "json", "--output", file.toString()));
    assertTrue(Files.readString(file).startsWith("{\"detections\":4,"));
  }

  @Test
  void aKindOfWarningThatDoesNotExistIsWrongUsage() {
    Outcome outcome = Outcome.of("check", SAMPLE, "--no-lint", "W0810x");
    assertEquals(2, outcome.exit());
    assertTrue(outcome.err().contains("did you mean `W0810`?"), outcome.err());
  }

  @Test
  void aFolderOfSomethingElseIsAFault() {
    Outcome outcome = Outcome.of("check", folder.toString());
    assertEquals(1, outcome.exit());
    assertTrue(outcome.err().contains("it has no folder `detections`"), outcome.err());
  }

  @Test
  void helpShowsThePageAndTheParagraphOfAWarning() {
    assertTrue(Outcome.of("help", "check").out().contains("# Checking detections"));
    String paragraph = Outcome.of("help", "sort-limit").out();
    assertEquals(paragraph, Outcome.of("help", "w0806").out());
    assertTrue(paragraph.startsWith("### W0806 sort-limit\n"), paragraph);
    assertTrue(paragraph.endsWith("the count that you want.\n\n"), paragraph);
  }
}
