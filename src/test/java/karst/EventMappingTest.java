package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import karst.model.EventMappings;
import karst.model.MappingRule;
import karst.source.SplException;
import karst.table.event.EventInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of data models that the shipped mappings make of events (spl-semantics §7.5, §7.6). */
class EventMappingTest {
  private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";

  @TempDir private Path folder = Path.of("");

  private static String event(String channel, int id, String... data) {
    StringBuilder xml = new StringBuilder("<Event><System><EventID>" + id + "</EventID>");
    xml.append("<TimeCreated SystemTime='2024-03-05T10:00:00Z'/><EventRecordID>9</EventRecordID>");
    xml.append("<Keywords>0x8020000000000000</Keywords><Channel>").append(channel);
    xml.append("</Channel><Computer>pc.example.com</Computer></System><EventData>");
    for (int i = 0; i < data.length; i += 2) {
      xml.append("<Data Name='").append(data[i]).append("'>").append(data[i + 1]).append("</Data>");
    }
    return xml.append("</EventData></Event>\n").toString();
  }

  /** Returns some fields of the only row that an event makes in a dataset, joined by bars. */
  private String row(String event, String dataset, String fields) throws IOException {
    return row(EventMappings.standard(), event, dataset, fields);
  }

  private String row(EventMappings mappings, String event, String dataset, String fields)
      throws IOException {
    Path file = Files.writeString(folder.resolve("event.xml"), event);
    Engine engine =
        Engine.builder().events(EventInput.of(file.toString())).mappings(mappings).build();
    List<String> rows = new ArrayList<>();
    String spl = "| from datamodel:" + dataset + " | table " + fields;
    try (Result result = engine.prepare(spl).run()) {
      for (Row row : result) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < result.columns().size(); i++) {
          String text = row.text(i);
          cells.add(text == null ? "-" : text.replace("\n", "+"));
        }
        rows.add(String.join(" | ", cells));
      }
    }
    assertEquals(1, rows.size(), dataset);
    return rows.get(0);
  }

  @Test
  void sysmonProcessCreation() throws IOException {
    String event =
        event(
            SYSMON,
            1,
            "ProcessGuid",
            "{1}",
            "ProcessId",
            "10",
            "Image",
            "C:\\a\\b.exe",
            "OriginalFileName",
            "B.EXE",
            "CommandLine",
            "b /x",
            "User",
            "D\\u",
            "IntegrityLevel",
            "High",
            "Hashes",
            "MD5=0",
            "CurrentDirectory",
            "C:\\",
            "ParentProcessGuid",
            "{0}",
            "ParentProcessId",
            "9",
            "ParentImage",
            "C:\\p.exe",
            "ParentCommandLine",
            "p");
    assertEquals(
        "pc.example.com | D\\u | b.exe | b /x | C:\\a\\b.exe | 10 | {1} | MD5=0 | B.EXE | high | C:\\",
        row(
            event,
            "Endpoint.Processes",
            "dest user process_name process process_path process_id process_guid process_hash"
                + " original_file_name process_integrity_level process_current_directory"));
    assertEquals(
        "p.exe | p | C:\\p.exe | 9 | {0} | allowed | Microsoft Windows | Microsoft Sysmon | 1",
        row(
            event,
            "Endpoint.Processes",
            "parent_process_name parent_process parent_process_path parent_process_id"
                + " parent_process_guid action os vendor_product signature_id"));
  }

  @Test
  void sysmonNetworkConnection() throws IOException {
    String[] data = {
      "Image",
      "C:\\nc.exe",
      "Initiated",
      "true",
      "Protocol",
      "tcp",
      "SourceIp",
      "10.0.0.1",
      "SourcePort",
      "5000",
      "DestinationIp",
      "203.0.113.1",
      "DestinationPort",
      "443",
      "DestinationHostname",
      "evil.example",
      "DestinationIsIpv6",
      "false"
    };
    String fields =
        "src src_ip src_port dest dest_ip dest_port transport direction app protocol_version";
    assertEquals(
        "pc.example.com | 10.0.0.1 | 5000 | evil.example | 203.0.113.1 | 443 | tcp | outbound |"
            + " C:\\nc.exe | ipv4",
        row(event(SYSMON, 3, data), "Network_Traffic.All_Traffic", fields));
    data[3] = "false";
    assertEquals(
        "10.0.0.1 | 10.0.0.1 | 5000 | pc.example.com | 203.0.113.1 | 443 | tcp | inbound |"
            + " C:\\nc.exe | ipv4",
        row(event(SYSMON, 3, data), "Network_Traffic.All_Traffic", fields));
  }

  @Test
  void sysmonProcessesThatActOnOthers() throws IOException {
    String fields = "parent_process_path parent_process_name process_path process_name process_id";
    assertEquals(
        "C:\\s.exe | s.exe | C:\\t.exe | t.exe | 7",
        row(
            event(
                SYSMON,
                8,
                "SourceImage",
                "C:\\s.exe",
                "TargetImage",
                "C:\\t.exe",
                "TargetProcessId",
                "7"),
            "Endpoint.Processes",
            fields));
    assertEquals(
        "C:\\s.exe | s.exe | C:\\t.exe | t.exe | 7 | 0x1410",
        row(
            event(
                SYSMON,
                10,
                "SourceImage",
                "C:\\s.exe",
                "TargetImage",
                "C:\\t.exe",
                "TargetProcessId",
                "7",
                "GrantedAccess",
                "0x1410"),
            "Endpoint.Processes",
            fields + " granted_access"));
    assertEquals(
        "C:\\h.exe | h.exe | C:\\m.dll | m.dll | - | true | false",
        row(
            event(
                SYSMON,
                7,
                "Image",
                "C:\\h.exe",
                "ImageLoaded",
                "C:\\m.dll",
                "ProcessId",
                "7",
                "Signed",
                "true",
                "SignatureStatus",
                "Expired"),
            "Endpoint.Processes",
            fields + " service_dll_signature_exists service_dll_signature_verified"));
  }

  @Test
  void sysmonTerminationPipesAndTampering() throws IOException {
    String fields = "process_name action signature pipe_name";
    assertEquals(
        "b.exe | stopped | Process terminated | -",
        row(event(SYSMON, 5, "Image", "C:\\b.exe"), "Endpoint.Processes", fields));
    assertEquals(
        "b.exe | created | Pipe created | \\x",
        row(
            event(SYSMON, 17, "Image", "C:\\b.exe", "PipeName", "\\x"),
            "Endpoint.Processes",
            fields));
    assertEquals(
        "b.exe | allowed | Pipe connected | \\x",
        row(
            event(SYSMON, 18, "Image", "C:\\b.exe", "PipeName", "\\x"),
            "Endpoint.Processes",
            fields));
    assertEquals(
        "b.exe | modified | Process tampering | -",
        row(event(SYSMON, 25, "Image", "C:\\b.exe"), "Endpoint.Processes", fields));
  }

  @Test
  void sysmonFiles() throws IOException {
    String[] data = {
      "Image",
      "C:\\b.exe",
      "TargetFilename",
      "C:\\d\\f.txt",
      "CreationUtcTime",
      "2024-03-05 10:00:00.000",
      "Hash",
      "MD5=1",
      "Hashes",
      "MD5=2",
      "User",
      "D\\u"
    };
    String fields = "file_path file_name action process_name user file_hash";
    assertEquals(
        "C:\\d\\f.txt | f.txt | created | b.exe | D\\u | unknown",
        row(event(SYSMON, 11, data), "Endpoint.Filesystem", fields));
    assertEquals(
        "C:\\d\\f.txt | f.txt | created | b.exe | D\\u | MD5=1",
        row(event(SYSMON, 15, data), "Endpoint.Filesystem", fields));
    for (int id : new int[] {23, 26}) {
      assertEquals(
          "C:\\d\\f.txt | f.txt | deleted | b.exe | D\\u | MD5=2",
          row(event(SYSMON, id, data), "Endpoint.Filesystem", fields));
    }
  }

  @Test
  void sysmonRegistry() throws IOException {
    String fields =
        "registry_path registry_key_name registry_value_name registry_value_data"
            + " registry_value_type registry_hive action";
    String[] data = {
      "EventType",
      "SetValue",
      "TargetObject",
      "HKLM\\SOFTWARE\\K\\V",
      "Details",
      "DWORD (0x00000001)"
    };
    assertEquals(
        "HKLM\\SOFTWARE\\K\\V | HKLM\\SOFTWARE\\K | V | 0x00000001 | REG_DWORD |"
            + " HKEY_LOCAL_MACHINE\\Software | modified",
        row(event(SYSMON, 13, data), "Endpoint.Registry", fields));
    data[5] = "Binary Data";
    assertTrue(
        row(event(SYSMON, 13, data), "Endpoint.Registry", fields)
            .contains("| V | Binary Data | REG_BINARY |"));
    data[5] = "c:\\run.exe";
    assertTrue(
        row(event(SYSMON, 13, data), "Endpoint.Registry", fields)
            .contains("| V | c:\\run.exe | REG_SZ |"));
    data[1] = "CreateKey";
    assertEquals(
        "HKLM\\SOFTWARE\\K\\V | HKLM\\SOFTWARE\\K\\V | unknown | unknown | unknown |"
            + " HKEY_LOCAL_MACHINE\\Software | created",
        row(
            event(SYSMON, 12, "EventType", "CreateKey", "TargetObject", "HKLM\\SOFTWARE\\K\\V"),
            "Endpoint.Registry",
            fields));
    assertTrue(
        row(
                event(SYSMON, 12, "EventType", "DeleteValue", "TargetObject", "HKU\\S-1\\K\\V"),
                "Endpoint.Registry",
                fields)
            .endsWith("| V | unknown | unknown | HKEY_USERS | deleted"));
    assertTrue(
        row(
                event(
                    SYSMON,
                    14,
                    "EventType",
                    "RenameKey",
                    "TargetObject",
                    "HKU\\K",
                    "NewName",
                    "HKU\\L"),
                "Endpoint.Registry",
                "object_path action")
            .equals("HKU\\L | modified"));
  }

  @Test
  void sysmonNameResolution() throws IOException {
    assertEquals(
        "evil.example | a.example+192.0.2.7 | pc.example.com | unknown | 0 | NoError | b.exe",
        row(
            event(
                SYSMON,
                22,
                "Image",
                "C:\\b.exe",
                "QueryName",
                "evil.example",
                "QueryStatus",
                "0",
                "QueryResults",
                "type:  5 a.example;::ffff:192.0.2.7;"),
            "Network_Resolution.DNS",
            "query answer src dest reply_code_id reply_code process_name"));
  }

  @Test
  void securityProcessCreation() throws IOException {
    String fields =
        "process process_name process_id parent_process_id parent_process parent_process_name user"
            + " process_integrity_level original_file_name process_guid";
    String[] data = {
      "SubjectUserName", "ben", "NewProcessId", "0x1a4", "NewProcessName", "C:\\W\\net.exe",
      "ProcessId", "0x200", "CommandLine", "net user /add", "TargetUserName", "-",
      "ParentProcessName", "C:\\W\\cmd.exe", "MandatoryLabel", "S-1-16-12288"
    };
    assertEquals(
        "C:\\W\\net.exe user /add | net.exe | 0x1a4 | 0x200 | C:\\W\\cmd.exe | cmd.exe | ben | high |"
            + " unknown | -",
        row(event("Security", 4688, data), "Endpoint.Processes", fields));
    data[9] = "\"C:\\W\\net.exe\" user";
    data[11] = "eve";
    assertTrue(
        row(event("Security", 4688, data), "Endpoint.Processes", fields)
            .startsWith("\"C:\\W\\net.exe\" user | net.exe | 0x1a4 | 0x200"));
    assertTrue(
        row(event("Security", 4688, data), "Endpoint.Processes", fields).contains("| eve |"));
    data[9] = "";
    data[5] = "C:\\Program Files\\n.exe";
    assertTrue(
        row(event("Security", 4688, data), "Endpoint.Processes", fields)
            .startsWith("C:\\Program Files\\n.exe | n.exe"));
    data[9] = "n -v";
    assertTrue(
        row(event("Security", 4688, data), "Endpoint.Processes", fields)
            .startsWith("\"C:\\Program Files\\n.exe\" -v | n.exe"));
  }

  @Test
  void securityLogons() throws IOException {
    String fields = "action user src src_user app authentication_type reason signature_id";
    assertEquals(
        "success | eve | 10.0.0.5 | ben | win:local | Network | - | 4624",
        row(
            event(
                "Security",
                4624,
                "SubjectUserName",
                "ben",
                "TargetUserName",
                "eve",
                "LogonType",
                "3",
                "IpAddress",
                "10.0.0.5",
                "WorkstationName",
                "w"),
            "Authentication.Authentication",
            fields));
    assertEquals(
        "failure | eve | w | unknown | win:local | RemoteInteractive | Wrong password | 4625",
        row(
            event(
                "Security",
                4625,
                "SubjectUserName",
                "-",
                "TargetUserName",
                "eve",
                "LogonType",
                "10",
                "IpAddress",
                "-",
                "WorkstationName",
                "w",
                "Status",
                "0xc000006d",
                "SubStatus",
                "0xC000006A"),
            "Authentication.Authentication",
            fields));
  }

  @Test
  void aSuccessfulLogonOfAMachineIsNoMember() {
    String event = event("Security", 4624, "TargetUserName", "PC$", "LogonType", "3");
    assertThrows(AssertionError.class, () -> row(event, "Authentication.Authentication", "user"));
  }

  @Test
  void securityAccountsRegistryAndConnections() throws IOException {
    assertEquals(
        "created | eve | ben | user | AAA | success | change+account",
        row(
            event("Security", 4720, "TargetUserName", "eve", "SubjectUserName", "ben"),
            "Change.All_Changes.Account_Management",
            "action user src_user object_category change_type status tag"));
    assertEquals(
        "\\REGISTRY\\MACHINE\\K | V | 1 | REG_DWORD | modified",
        row(
            event(
                "Security",
                4657,
                "ObjectName",
                "\\REGISTRY\\MACHINE\\K",
                "ObjectValueName",
                "V",
                "NewValue",
                "1",
                "NewValueType",
                "%%1876",
                "OperationType",
                "%%1905"),
            "Endpoint.Registry",
            "registry_path registry_value_name registry_value_data registry_value_type action"));
    assertEquals(
        "allowed | 10.0.0.1 | 192.0.2.1 | 443 | tcp | outbound | x.exe",
        row(
            event(
                "Security",
                5156,
                "Application",
                "\\device\\x.exe",
                "Direction",
                "%%14593",
                "SourceAddress",
                "10.0.0.1",
                "SourcePort",
                "5",
                "DestAddress",
                "192.0.2.1",
                "DestPort",
                "443",
                "Protocol",
                "6"),
            "Network_Traffic.All_Traffic",
            "action src dest dest_port transport direction process_name"));
  }

  @Test
  void aUsersMappingAddsAndGoesFirst() throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(
        own.resolve("app.yml"),
        """
        name: app
        search: Channel=App
        lookups:
          verdict: {"1": allowed, "2": blocked}
        fields: {dest: Computer}
        rules:
          - name: request
            search: EventCode=7
            datasets: [Web.Web]
            fields:
              url: Url
              action: {lookup: verdict, of: Result, otherwise: '"unknown"'}
        """);
    EventMappings mappings = EventMappings.standard().withUserMappings(own);
    assertTrue(mappings.datasets().contains("Web.Web"));
    assertEquals(
        "http://a/ | blocked | pc.example.com",
        row(
            mappings,
            event("App", 7, "Url", "http://a/", "Result", "2"),
            "Web.Web",
            "url action dest"));
  }

  @Test
  void aFaultOfAMappingIsShownWithItsPlace() throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(
        own.resolve("app.yml"),
        """
        name: app
        rules:
          - name: request
            serch: EventCode=7
        """);
    SplException fault =
        assertThrows(SplException.class, () -> EventMappings.standard().withUserMappings(own));
    assertEquals("unknown key `serch`", fault.diagnostics().get(0).message());
    assertEquals(List.of("did you mean `search`?"), fault.diagnostics().get(0).hints());
    Files.writeString(
        own.resolve("app.yml"),
        """
        name: app
        search: EventCode=7
        rules:
          - name: r
            datasets: [Web.Web]
            fields:
              url: lower(Url
        """);
    EventMappings wrong = EventMappings.standard().withUserMappings(own);
    assertThrows(SplException.class, () -> row(wrong, event("App", 7), "Web.Web", "url"));
  }

  @Test
  void everyShippedRuleIsForADatasetThatExists() {
    EventMappings mappings = EventMappings.standard();
    Engine engine = Engine.builder().build();
    for (String dataset : mappings.datasets()) {
      engine.models().resolve(dataset).orThrow(diagnostic -> diagnostic);
      for (MappingRule rule : mappings.rules(dataset)) {
        assertTrue(rule.fields().containsKey("dest"), rule.name());
      }
    }
  }
}
