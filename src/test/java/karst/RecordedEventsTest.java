package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import karst.table.Tables;
import karst.table.event.EventInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recorded attacks as events, compared with what others made of the same events. */
class RecordedEventsTest {
  private static final Path EVENTS = Path.of("../shared/data/windows_events.jsonl.gz");
  private static final Path PROCESSES = Path.of("../shared/data/endpoint_processes.csv");
  private static final Path CERTUTIL = Path.of("../shared/data/certutil_sysmon_security.xml");

  private static final List<String> FIELDS =
      List.of(
          "dest",
          "user",
          "process_name",
          "process",
          "process_path",
          "process_id",
          "process_hash",
          "process_guid",
          "original_file_name",
          "process_integrity_level",
          "process_current_directory",
          "parent_process_name",
          "parent_process",
          "parent_process_path",
          "parent_process_id",
          "parent_process_guid",
          "action",
          "os",
          "vendor_product");

  private static @Nullable Engine recorded;

  @BeforeAll
  static void requireData() {
    Assumptions.assumeTrue(
        Files.exists(EVENTS) && Files.exists(PROCESSES) && Files.exists(CERTUTIL),
        "the recorded events are not here");
  }

  private static synchronized Engine recorded() {
    Engine known = recorded;
    if (known == null) {
      known = Engine.builder().events(EventInput.of(EVENTS.toString())).build();
      recorded = known;
    }
    return known;
  }

  @AfterAll
  static void forgetEvents() {
    recorded = null;
  }

  private static List<Map<String, String>> rows(Engine engine, String spl) {
    List<Map<String, String>> rows = new ArrayList<>();
    try (Result result = engine.prepare(spl).run()) {
      for (Row row : result) {
        Map<String, String> fields = new HashMap<>();
        for (String column : result.columns().names()) {
          fields.put(column, Objects.requireNonNullElse(row.text(column), ""));
        }
        rows.add(fields);
      }
    }
    return rows;
  }

  /** Windows writes the numbers of processes in hexadecimal, the table of processes does not. */
  private static String decimal(@Nullable String text) {
    String value = Objects.requireNonNullElse(text, "");
    return value.matches("0x[0-9a-f]{1,8}") ? String.valueOf(Long.decode(value)) : value;
  }

  /** A process is known by its machine, number, program and, to the millisecond, its time. */
  private static String key(Map<String, String> row) {
    String decimal = decimal(row.get("process_id"));
    long millis = Math.round(Double.parseDouble(row.getOrDefault("_time", "0")) * 1000);
    return String.join(
            "|",
            row.get("vendor_product"),
            row.get("dest"),
            decimal,
            row.get("process_path"),
            String.valueOf(millis))
        .toLowerCase(Locale.ROOT);
  }

  @Test
  void theFieldsOfProcessesAreThoseOfTheTableMadeOfTheSameEvents() {
    Engine engine = recorded();
    Engine table = Engine.builder().table(Tables.csv("Endpoint.Processes", PROCESSES)).build();
    String fields = "_time " + String.join(" ", FIELDS);
    List<Map<String, String>> ours =
        rows(
            engine,
            "| from datamodel:Endpoint.Processes | search signature_id IN (1, 4688) | table "
                + fields);
    Map<String, List<Map<String, String>>> theirs = new HashMap<>();
    rows(table, "| from datamodel:Endpoint.Processes | table " + fields)
        .forEach(row -> theirs.computeIfAbsent(key(row), any -> new ArrayList<>()).add(row));
    Map<String, Integer> differences = new TreeMap<>();
    int matched = 0;
    for (Map<String, String> row : ours) {
      List<Map<String, String>> same = theirs.getOrDefault(key(row), List.of());
      if (same.isEmpty()) {
        continue;
      }
      matched++;
      Map<String, String> other = same.size() > 1 ? same.remove(0) : same.get(0);
      for (String field : FIELDS) {
        if (!decimal(row.get(field)).equals(decimal(other.get(field)))) {
          differences.merge(row.get("vendor_product") + " " + field, 1, Integer::sum);
        }
      }
    }
    assertEquals(1438, ours.size());
    assertEquals(1406, matched);
    // All of Sysmon's fields agree. In the security log the table has the subject for the user, the
    // command line as it was typed, no parent's path for the parent and no integrity level.
    assertEquals(
        List.of(
            "Microsoft Windows parent_process",
            "Microsoft Windows process",
            "Microsoft Windows process_integrity_level",
            "Microsoft Windows user"),
        List.copyOf(differences.keySet()));
    assertTrue(
        differences.getOrDefault("Microsoft Windows process", 0) < 120, differences.toString());
  }

  /** Of 203 records without the field, NXLog's message has 17 numbers, a nested object 2. */
  @Test
  void aProcessNumberThatTheShipperLostIsTakenFromWhereItStillIsOrStaysNull() {
    String creations = "source=*Sysmon* EventCode=1 ";
    assertEquals(
        "774", rows(recorded(), creations + "ProcessId=* | stats count").get(0).get("count"));
    String lost = creations + "NOT ProcessId=* ExecutionProcessID=* | stats count";
    assertEquals("184", rows(recorded(), lost).get(0).get("count"));
  }

  @Test
  void everyRecordOfThreeLayoutsIsRead() {
    Engine engine = recorded();
    try (Result result = engine.prepare("index=* | stats count").run()) {
      assertEquals("34651", result.iterator().next().text("count"));
      assertEquals(List.of(), result.warnings());
    }
    assertEquals(
        "958", rows(engine, "source=*Sysmon* EventCode=1 | stats count").get(0).get("count"));
  }

  @Test
  void theExportsOfKeysAreFoundInXml() {
    Engine engine = Engine.builder().events(EventInput.of(CERTUTIL.toString())).build();
    assertEquals(
        Arrays.asList("1=20", "4104=19", "4688=20"),
        rows(engine, "index=* | stats count by EventCode").stream()
            .map(row -> row.get("EventCode") + "=" + row.get("count"))
            .toList());
  }
}
