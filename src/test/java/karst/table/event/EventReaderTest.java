package karst.table.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventReaderTest {
  private static final String[] ORIGIN = {"host", "source", "sourcetype", "index"};

  @TempDir private Path folder = Path.of("");

  private ReadEvents read(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return ReadEvents.of(EventInput.of(file.toString()));
  }

  @Test
  void readsEventsInXmlWhereverTheirLinesBreak() {
    ReadEvents read = ReadEvents.ofResource("sysmon.xml");
    assertEquals(2, read.events().size());
    assertEquals(
        "1 | 1 | 4242 | 2468 | whoami /priv & echo \"<done>\" | EXAMPLE\\ana | S-1-5-18",
        read.show(
            0, "EventID", "EventCode", "ProcessId", "ProcessID", "CommandLine", "User", "UserID"));
    assertEquals(
        "13 | SetValue | DWORD (0x00000001)", read.show(1, "EventCode", "EventType", "Details"));
    assertEquals(
        "desk-7.example.com | XmlWinEventLog:Microsoft-Windows-Sysmon/Operational | XmlWinEventLog"
            + " | main",
        read.show(0, ORIGIN));
    assertEquals(List.of(1709632801.5, 1709632802.0), read.times());
    assertTrue(read.raws().get(1).startsWith("<Event xmlns="));
    assertTrue(read.raws().get(1).endsWith("</Event>"));
    assertEquals(List.of(), read.warnings());
  }

  @Test
  void anEmptyElementOfAnEventIsNoField() {
    assertFalse(ReadEvents.ofResource("sysmon.xml").events().get(0).containsKey("RuleName"));
  }

  @Test
  void givesTheFlatLayoutOfNxlogTheNamesOfWindows() {
    ReadEvents read = ReadEvents.ofResource("nxlog.jsonl");
    assertEquals(
        "4688 | desk-8.example.com | 7001 | 4 | 0x8020000000000000",
        read.show(0, "EventCode", "Computer", "EventRecordID", "ProcessID", "Keywords"));
    assertEquals(
        "desk-8.example.com | XmlWinEventLog:Security | XmlWinEventLog | main",
        read.show(0, ORIGIN));
    // The event's own time has no zone, the collector's has one.
    assertEquals(1709632804.25, read.times().get(0));
  }

  @Test
  void takesFromSysmonsMessageWhatTheShipperLost() {
    ReadEvents read = ReadEvents.ofResource("nxlog.jsonl");
    assertEquals(
        "CreateKey | 77 | HKU\\S-1-5-21\\Software\\Example",
        read.show(1, "EventType", "ProcessId", "TargetObject"));
    assertEquals(1709632805.125, read.times().get(1));
  }

  @Test
  void givesTheNestedLayoutsOfWinlogbeatTheNamesOfWindows() {
    ReadEvents read = ReadEvents.ofResource("winlogbeat.jsonl");
    assertEquals(
        "3 | desk-9.example.com | C:\\Tools\\nc.exe | [forwarded, lab]",
        read.show(0, "EventCode", "Computer", "Image", "tags{}"));
    assertEquals(
        "4104 | Get-Process | Stop-Process | Creating Scriptblock text (1 of 1) |"
            + " XmlWinEventLog:Microsoft-Windows-PowerShell/Operational",
        read.show(1, "EventCode", "ScriptBlockText", "Message", "source"));
  }

  @Test
  void readsTheEventsOfATableThatSplunkExported() {
    ReadEvents read = ReadEvents.ofResource("exported.csv");
    assertEquals(
        "4720 | eve | dc-1 | first, of two",
        read.show(0, "EventCode", "TargetUserName", "host", "note"));
    assertEquals(
        "ben | web-1 | /var/log/app.log | app | -",
        read.show(1, "user", "host", "source", "sourcetype", "note"));
    assertEquals("plain words user=ben", read.raws().get(1));
    assertEquals(List.of(1709632809.0, 1709632810.0), read.times());
  }

  @Test
  void readsPairsAndTheTimeOfPlainLines() {
    ReadEvents read = ReadEvents.ofResource("lines.log");
    assertEquals(List.of(1709632811.0, 1709632812.0), read.times());
    assertEquals("login | ana maria | ok", read.show(1, "action", "user", "status"));
    assertEquals("text", read.show(0, "sourcetype"));
  }

  @Test
  void readsBlocksOfTextAsTheClassicLogWritesThem() {
    ReadEvents read = ReadEvents.ofResource("classic.txt");
    assertEquals(
        "4625 | eve | WinEventLog:Security | WinEventLog",
        read.show(0, "EventCode", "Account_Name", "source", "sourcetype"));
    assertEquals("7045 | WinEventLog:System", read.show(1, "EventCode", "source"));
    assertEquals(List.of(1709632813.0, 1709632814.0), read.times());
  }

  @Test
  void readsAnArrayOfObjects() {
    ReadEvents read = ReadEvents.ofResource("document.json");
    assertEquals(
        "ConsoleLogin | ana | [10.0.0.1, 10.0.0.2] | true | -",
        read.show(0, "eventName", "user.name", "addresses{}", "ok", "nothing"));
    assertEquals("Brace } in \"text\"", read.show(1, "eventName"));
    assertEquals(List.of(1709632815.0, 1709632816.0), read.times());
    assertEquals("_json", read.show(0, "sourcetype"));
  }

  @Test
  void takesWhatTheUserSaysOfTheFile() {
    EventInput input =
        EventInput.of(ReadEvents.resource("lines.log"))
            .withHost("h")
            .withSource("s")
            .withSourcetype("t")
            .withIndex("i");
    assertEquals("h | s | t | i", ReadEvents.of(input).show(0, ORIGIN));
  }

  @Test
  void readsAFolderAndAPattern() {
    String folderOfEvents = "src/test/resources/events";
    int all = ReadEvents.of(EventInput.of(folderOfEvents)).events().size();
    int some = ReadEvents.of(EventInput.of(folderOfEvents + "/*.{xml,log}")).events().size();
    assertEquals(14, all);
    assertEquals(4, some);
  }

  @Test
  void readsUtf16AsWindowsWritesIt() throws IOException {
    String text =
        Files.readString(Path.of(ReadEvents.resource("sysmon.xml")))
            .replace("ana", "añá\uD83D\uDE00");
    Path file = folder.resolve("wide.xml");
    Files.write(file, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
    ReadEvents read = ReadEvents.of(EventInput.of(file.toString()));
    assertEquals("EXAMPLE\\añá\uD83D\uDE00", read.show(0, "User"));
  }

  @Test
  void findsEventsBehindTheHeadOfASyslogLine() throws IOException {
    ReadEvents read =
        read(
            "syslog.log",
            "Mar  5 10:00:00 web sysmon: <Event><System><EventID>1</EventID>"
                + "<Channel>Linux-Sysmon/Operational</Channel><Computer>web</Computer></System>"
                + "<EventData><Data Name=\"Image\">/usr/bin/id</Data></EventData></Event>\n");
    assertEquals(
        "/usr/bin/id | Syslog:Linux-Sysmon/Operational | sysmon:linux",
        read.show(0, "Image", "source", "sourcetype"));
    assertEquals(List.of(), read.warnings());
  }

  @Test
  void countsBadRecordsAndGoesOn() throws IOException {
    ReadEvents read = read("bad.jsonl", "{\"a\":1}\n{\"a\":\nwords\n\n{\"a\":2}\n{\"a\":3} x\n");
    assertEquals(2, read.events().size());
    assertEquals(
        "3 records of `bad.jsonl` cannot be read and are left out (lines 2, 3, 6:"
            + " Unexpected end-of-input within/between Object entries)",
        read.warnings().get(0));
  }

  @Test
  void reportsTextBetweenEvents() throws IOException {
    ReadEvents read =
        read("mixed.xml", "<Event><System/></Event>\nno event\nat all\n<Event><System/></Event>\n");
    assertEquals(2, read.events().size());
    assertEquals(
        List.of(
            "a record of `mixed.xml` cannot be read and is left out (line 2: text outside of"
                + " events)"),
        read.warnings());
  }
}
