package karst.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import karst.source.Diagnostic;
import karst.source.Location;
import karst.source.Span;
import karst.source.SplException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentFolderTest {
  static final Path SAMPLE = Path.of("src/test/resources/content");

  @TempDir Path folder;

  private DetectionFile read(String yaml) throws IOException {
    Path file = folder.resolve("detections/a/b/x.yml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);
    return ContentFolder.read(folder).files().get(0);
  }

  private static Detection sample(String name) {
    return ContentFolder.read(SAMPLE).detections().stream()
        .filter(detection -> detection.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void detectionsAreFoundAtAnyDepthInTheOrderOfTheirPaths() {
    assertEquals(
        List.of(
            "detections/endpoint/certificate_tool_fetches_file.yml",
            "detections/endpoint/office_starts_shell.yml",
            "detections/network/badge_at_night.yml",
            "detections/network/long_name_lookup.yml"),
        ContentFolder.read(SAMPLE).files().stream().map(DetectionFile::file).toList());
  }

  @Test
  void whatADetectionSaysAboutItselfIsRead() {
    Detection detection = sample("Office Starts A Shell");
    assertEquals("0b5f2a52-6f0e-4c56-9f6e-3c1f3c1d7a01", detection.id());
    assertEquals("production", detection.status());
    assertEquals("TTP", detection.type());
    assertEquals(List.of("Sysmon EventID 1"), detection.tags().dataSources());
    assertEquals(List.of("T1566.001", "T1059"), detection.tags().techniques());
    assertEquals(List.of("Documents With Macros"), detection.tags().stories());
    assertEquals(
        List.of("asset_type=Endpoint", "security_domain=endpoint"), detection.tags().others());
    DetectionTest test = detection.tests().get(0);
    assertEquals("True Positive Test", test.name());
    assertEquals("processes", test.data().get(0).source());
    assertEquals("csv", test.data().get(0).sourcetype());
  }

  @Test
  void aListOfOneMayBeASingleValue() {
    assertEquals(List.of("Doors"), sample("Badge At Night").tags().stories());
  }

  @Test
  void riskObjectsHaveScoresOfTheirOwn() {
    Risk risk = sample("Office Starts A Shell").risk();
    assertEquals(56, risk.score());
    assertEquals(
        "$parent_process_name$ started $process_name$ on $dest$ for $user$", risk.message());
    assertEquals(
        List.of(
            new RiskObject("user", "user", RiskObject.Role.RISK, 40),
            new RiskObject("dest", "system", RiskObject.Role.RISK, 56),
            new RiskObject("process_name", "process_name", RiskObject.Role.THREAT, 0)),
        risk.objects());
  }

  @Test
  void observablesShareTheScoreWhichFollowsFromConfidenceAndImpact() {
    Risk risk = sample("Certificate Tool Fetches File").risk();
    assertEquals(48, risk.score());
    assertEquals(
        List.of(new RiskObject("dest", "Hostname", RiskObject.Role.RISK, 48)), risk.victims());
    assertEquals(25, sample("Long Name Lookup").risk().score());
  }

  @Test
  void theSearchLeadsToItsPlaceInTheFile() throws IOException {
    Detection detection =
        (Detection) read("name: A\nsearch: |-\n  index=a\n  | where b=1\ndescription: c\n");
    assertEquals("index=a\n| where b=1", detection.search().expanded());
    Location place = detection.search().origin(new Span(10, 15)).location();
    assertEquals("4:5", place.line() + ":" + place.column());
    assertTrue(place.source().name().endsWith("detections/a/b/x.yml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "name: A\\nsearch: [a] ~ 2:9 ~ `search` is a single value",
        "name: A ~ 1:1 ~ the key `search` is missing or empty",
        "search: a ~ 1:1 ~ the key `name` is missing or empty",
        "name: A\\nsearch: ~ 1:1 ~ the key `search` is missing or empty",
        "name: A\\nsearch: a\\nname: B ~ 3:1 ~ the key `name` stands here twice",
        "name: A\\nsearch: a\\ntags: 5 ~ 3:7 ~ expected keys with values",
        "name: A\\nsearch: a\\ntags: {risk_score: high} ~ 3:20 ~ `risk_score` is a number, not `high`",
        "name: A\\nsearch: a\\ntags: {mitre_attack_id: [[x]]} ~ 3:26 ~ `mitre_attack_id` is a list of texts",
        "- a ~ 1:1 ~ expected a detection: keys such as `name: ...` and `search: ...`",
        "name: 'A ~ 1:9 ~ not YAML: found unexpected end of stream"
      })
  void aFaultHasAPlace(String yaml, String place, String message) throws IOException {
    DetectionFile file = read(yaml.replace("\\n", "\n"));
    BrokenDetection broken = assertInstanceOf(BrokenDetection.class, file);
    Diagnostic fault = broken.diagnostics().get(0);
    assertEquals(message, fault.message());
    Location at = Objects.requireNonNull(fault.origin()).location();
    assertEquals(place, at.line() + ":" + at.column());
    assertEquals("x.yml", broken.name());
  }

  @Test
  void aBrokenFileDoesNotHideTheOthers() throws IOException {
    read("name: A\nsearch: a");
    Files.write(
        folder.resolve("detections/b.yml"), "name: \u00e4".getBytes(StandardCharsets.ISO_8859_1));
    ContentFolder content = ContentFolder.read(folder);
    assertEquals(2, content.files().size());
    assertEquals(1, content.detections().size());
  }

  @Test
  void aFolderWithoutDetectionsIsAFault() throws IOException {
    assertThrows(SplException.class, () -> ContentFolder.read(folder));
    Files.createDirectory(folder.resolve("detections"));
    assertThrows(SplException.class, () -> ContentFolder.read(folder));
  }
}
