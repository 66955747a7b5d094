package karst.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import karst.Engine;
import karst.EngineBuilder;
import karst.exec.Limits;
import karst.source.SourceText;
import karst.source.SplException;
import karst.table.Tables;
import karst.table.event.EventInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorTest {
  static final Path PROCESSES = ContentFolderTest.SAMPLE.resolve("data/processes.csv");
  private static final ContentFolder FOLDER = ContentFolder.read(ContentFolderTest.SAMPLE);

  static EngineBuilder engine() {
    return FOLDER.addTo(Engine.builder()).table(Tables.csv("Endpoint.Processes", PROCESSES));
  }

  static DetectReport report() {
    return new Detector(engine(), 1000).run(FOLDER, new DetectionFilter());
  }

  private static DetectionRun run(String search) {
    String yaml = "name: A\nsearch: >-\n  " + search;
    return new Detector(engine(), 2)
        .run((Detection) DetectionReader.read("a.yml", SourceText.of("a.yml", yaml)));
  }

  @Test
  void eachDetectionHasAState() {
    Map<String, String> states =
        report().runs().stream()
            .collect(Collectors.toMap(run -> run.detection().name(), run -> run.state().label()));
    assertEquals(
        Map.of(
            "Office Starts A Shell", "fired",
            "Certificate Tool Fetches File", "fired",
            "Badge At Night", "not runnable",
            "Long Name Lookup", "not runnable"),
        states);
  }

  /** Runs a search that needs more memory than it may take, over a bad record among others. */
  private static DetectReport failing(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("detections"));
    Files.writeString(folder.resolve("detections/a.yml"), "name: A\nsearch: 'a=* | sort a'\n");
    Path events = folder.resolve("events.jsonl");
    Files.writeString(events, "{\"a\":1}\n{\n" + "{\"a\":2}\n".repeat(1000));
    EngineBuilder engine =
        Engine.builder()
            .events(EventInput.of(events.toString()))
            .limits(Limits.defaults().withMaxMemory(1000));
    return new Detector(engine, 10).run(ContentFolder.read(folder), new DetectionFilter());
  }

  @Test
  void badRecordsAreWarnedOfThoughTheDetectionFails(@TempDir Path folder) throws IOException {
    DetectReport report = failing(folder);
    assertEquals(DetectionRun.State.FAILED, report.runs().get(0).state());
    assertEquals(1, report.dataWarnings().size(), report.runs().get(0).diagnostics().toString());
    String warning = report.dataWarnings().get(0).message();
    assertTrue(warning.contains("events.jsonl"), warning);
  }

  @Test
  void whatIsNotSharedIsNoted() {
    EngineBuilder tight = FOLDER.addTo(Engine.builder());
    tight.table(Tables.csv("Endpoint.Processes", PROCESSES));
    tight.limits(Limits.defaults().withMaxMemory(4000));
    DetectReport report = new Detector(tight, 10).run(FOLDER, new DetectionFilter());
    assertEquals(1, report.notes().size(), report.notes().toString());
    String note = report.notes().get(0).message();
    assertTrue(note.startsWith("a search reads `Endpoint.Processes` by itself: its rows"), note);
    assertEquals(List.of(), report().notes());
  }

  @Test
  void aMissingTableIsNamed() {
    DetectionRun run = run("| tstats count from datamodel=Web");
    assertEquals(DetectionRun.State.NOT_RUNNABLE, run.state());
    assertEquals("no table is bound to the dataset `Web.Web`", run.reason());
  }

  @Test
  void aFindingTellsWhenWhoAndWhat() {
    Finding finding =
        report().findings().filter(f -> f.texts("dest").contains("pc02")).findFirst().orElseThrow();
    assertEquals("excel.exe started powershell.exe on pc02 for bob", finding.message());
    assertEquals("2023-11-14T23:13:20", finding.first());
    assertEquals("2023-11-14T23:15:00", finding.last());
    assertEquals(2.0, finding.fields().get("count"));
    assertEquals(
        List.of("user=[bob]", "dest=[pc02]", "process_name=[powershell.exe]"),
        finding.entities().stream()
            .map(entity -> entity.object().field() + "=" + entity.values())
            .toList());
  }

  @Test
  void aTimeThatIsANumberIsShownAsATime() {
    Finding finding =
        report().findings().filter(f -> f.texts("dest").contains("pc03")).findFirst().orElseThrow();
    assertEquals("2023-11-15T00:13:20Z", finding.first());
    assertEquals(finding.first(), finding.last());
  }

  @Test
  void aDetectionThatIsWrongFails() {
    assertEquals(DetectionRun.State.FAILED, run("| hed 5").state());
  }

  @Test
  void aDetectionThatKarstCannotRunIsNotRunnable() {
    assertEquals(
        DetectionRun.State.NOT_RUNNABLE,
        run("| tstats count from datamodel=Endpoint.Processes | rest /x").state());
  }

  @Test
  void aDetectionThatFindsNothingIsSilent() {
    DetectionRun run = run("| tstats count from datamodel=Endpoint.Processes | where count=99");
    assertEquals(DetectionRun.State.SILENT, run.state());
    assertEquals("", run.reason());
  }

  @Test
  void rowsBeyondTheLimitAreCounted() {
    DetectionRun run = run("| from datamodel:Endpoint.Processes");
    assertEquals(5, run.rows());
    assertEquals(2, run.findings().size());
  }

  @ParameterizedTest
  @CsvSource({
    "name=*shell, 1",
    "name=*SHELL, 1",
    "id=*7a02, 1",
    "status=production, 3",
    "technique=T1566, 1",
    "technique=T1566.001, 1",
    "technique=T156, 0",
    "story=doors, 1",
    "source=sysmon*, 3",
    "type=TTP, 1",
    "tag=asset_type=endpoint, 1",
    "file=detections/network/*, 2"
  })
  void detectionsAreChosen(String criterion, int count) {
    int equals = criterion.indexOf('=');
    DetectionFilter filter =
        new DetectionFilter().add(criterion.substring(0, equals), criterion.substring(equals + 1));
    assertEquals(count, FOLDER.detections().stream().filter(filter::accepts).count());
  }

  @Test
  void criteriaOfOneKeyAreAlternativesAndThoseOfSeveralMustAllBeMet() {
    DetectionFilter filter =
        new DetectionFilter()
            .add("technique", "T1566")
            .add("technique", "T1105")
            .add("status", "production");
    assertEquals(
        List.of("Office Starts A Shell"),
        FOLDER.detections().stream().filter(filter::accepts).map(Detection::name).toList());
    assertThrows(SplException.class, () -> filter.add("colour", "red"));
  }

  @Test
  void findingsBecomeRiskEventsForEachObjectAtRisk() {
    List<Map<String, List<String>>> events =
        report().findings().flatMap(finding -> RiskEvents.of(finding).stream()).toList();
    assertEquals(
        List.of("[pc03] [48]", "[ada] [40]", "[pc01] [56]", "[bob] [40]", "[pc02] [56]"),
        events.stream()
            .map(event -> event.get("risk_object") + " " + event.get("risk_score"))
            .toList());
    assertEquals(List.of("system"), events.get(0).get("risk_object_type"));
    assertEquals(List.of("T1566.001", "T1059"), events.get(1).get("annotations.mitre_attack"));
    assertEquals(List.of("1700007200"), events.get(0).get("_time"));
    assertEquals(List.of("1700003700"), events.get(4).get("_time"));
    assertTrue(events.stream().allMatch(event -> event.keySet().containsAll(RiskEvents.FIELDS)));
  }

  @Test
  void correlationsRunOverWhatTheOthersFound() {
    String yaml =
        "name: Much Risk\nsearch: '| tstats sum(All_Risk.calculated_risk_score) as score"
            + " values(All_Risk.annotations.mitre_attack) as techniques from"
            + " datamodel=Risk.All_Risk by All_Risk.risk_object | where score>50'\n";
    List<DetectionFile> files = new ArrayList<>(FOLDER.files());
    files.add(0, DetectionReader.read("a.yml", SourceText.of("a.yml", yaml)));
    DetectReport report =
        new Detector(engine(), 10)
            .run(new ContentFolder(FOLDER.path(), files), new DetectionFilter());
    DetectionRun risk = report.runs().get(0);
    assertEquals(DetectionRun.State.FIRED, risk.state(), risk.reason());
    assertEquals(
        List.of("[pc01] [T1059, T1566.001]", "[pc02] [T1059, T1566.001]"),
        risk.findings().stream()
            .map(found -> found.texts("All_Risk.risk_object") + " " + found.texts("techniques"))
            .toList());
  }
}
