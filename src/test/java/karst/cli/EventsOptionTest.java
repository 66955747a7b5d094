package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsOptionTest {
  private static final String SYSMON = "src/test/resources/events/sysmon.xml";

  @TempDir private Path folder = Path.of("");

  private static Outcome run(String spl, String... options) {
    String[] arguments = new String[options.length + 5];
    arguments[0] = "run";
    arguments[1] = "-e";
    arguments[2] = spl;
    arguments[3] = "--format";
    arguments[4] = "csv";
    System.arraycopy(options, 0, arguments, 5, options.length);
    return Outcome.of(arguments);
  }

  @Test
  void searchesEventsAndTheirDatasets() {
    assertEquals(
        new Outcome(0, "Image\nC:\\Windows\\System32\\whoami.exe\n", ""),
        run("EventCode=1 | table Image", "--events", SYSMON));
    assertEquals(
        new Outcome(0, "Registry.registry_value_name,count\nEnabled,1\n", ""),
        run(
            "| tstats count from datamodel=Endpoint.Registry by Registry.registry_value_name",
            "--events",
            SYSMON));
  }

  @Test
  void setsFieldsOfAFileAndTakesSeveral() {
    assertEquals(
        new Outcome(0, "host,source,count\nh,first,2\nh,second,2\n", ""),
        run(
            "index=win | stats count by host source",
            "--events",
            SYSMON + ",host=h,index=win,source=first",
            "--events",
            SYSMON + ",host=h,index=win,source=second"));
  }

  @Test
  void aBadRecordIsAWarningOrWithStrictAnError() throws IOException {
    String file = Files.writeString(folder.resolve("a.jsonl"), "{\"a\":1}\n{\n").toString();
    Outcome lenient = run("a=1 | table a", "--events", file);
    assertEquals(0, lenient.exit());
    assertEquals("a\n1\n", lenient.out());
    assertTrue(lenient.err().startsWith("warning[W0602]: a record of"), lenient.err());
    Outcome strict = run("a=1 | table a", "--events", file, "--strict");
    assertTrue(strict.exit() != 0 && strict.out().isEmpty(), strict.toString());
    assertTrue(strict.err().contains("(line 2: "), strict.err());
    assertFalse(strict.err().contains("REDACTED"), strict.err());
  }

  @Test
  void aFileThatIsNotThereIsAnErrorBeforeTheSearch() {
    Outcome missing = run("a=1", "--events", "src/test/resources/events/sysmon.xlm");
    assertTrue(missing.exit() != 0, missing.toString());
    assertTrue(missing.err().contains("did you mean `sysmon.xml`?"), missing.err());
  }

  @Test
  void aMappingOfAFolderAddsADataset() throws IOException {
    Files.writeString(
        folder.resolve("web.yml"),
        """
        name: web
        rules:
          - {name: r, search: EventCode=13, datasets: [Web.Web], fields: {url: Details, dest: Computer}}
        """);
    assertEquals(
        new Outcome(0, "Web.url\nDWORD (0x00000001)\n", ""),
        run(
            "| tstats count from datamodel=Web by Web.url | table Web.url",
            "--events",
            SYSMON,
            "--mappings",
            folder.toString()));
  }

  @Test
  void explainShowsTheFieldsThatAreRead() {
    Outcome plan =
        Outcome.of(
            "explain",
            "-e",
            "EventCode=1 | stats count by Image",
            "--events",
            SYSMON,
            "--stage",
            "optimized");
    assertTrue(
        plan.out().contains("SplTableScan(table=[[events]], columns=[[Image]]"), plan.toString());
  }
}
