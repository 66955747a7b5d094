package karst.table.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import karst.source.SplException;
import karst.table.ScanRequest;
import karst.table.ScanSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that were made to break their reader. */
class HostileEventsTest {
  private static final String GOOD = "{\"a\":1}\n";

  @TempDir private Path folder = Path.of("");

  private ReadEvents read(String name, byte[] bytes) throws IOException {
    return ReadEvents.of(EventInput.of(Files.write(folder.resolve(name), bytes).toString()));
  }

  private ReadEvents read(String name, String text) throws IOException {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String event(String data) {
    return "<Event><System><EventID>1</EventID><Channel>c</Channel></System><EventData>"
        + data
        + "</EventData></Event>\n";
  }

  @Test
  void entitiesOfADocumentTypeAreNotExpanded() throws IOException {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY a0 \"ha\">\n");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">\n");
    }
    laughs.append("]>\n");
    ReadEvents read =
        read(
            "laughs.xml",
            laughs + event("<Data Name='x'>&a29;</Data>") + event("<Data Name='x'>1</Data>"));
    assertEquals(1, read.events().size());
    assertEquals("1", read.show(0, "x"));
    assertEquals(1, read.warnings().size());
  }

  @Test
  void aDocumentTypeWithinAnEventIsRefused() throws IOException {
    ReadEvents read =
        read("inside.xml", "<Event ><!DOCTYPE x [<!ENTITY e 'v'>]><System>&e;</System></Event>");
    assertEquals(0, read.events().size());
    assertEquals(1, read.warnings().size());
  }

  @Test
  void aQuoteThatIsNeverClosedLosesItsLineOnly() throws IOException {
    ReadEvents read = read("quote.csv", "a,b\n1,x\n2,\"y\n3,\"z, z\"\n4,w\n");
    assertEquals(3, read.events().size());
    assertEquals("z, z", read.show(1, "b"));
    assertTrue(
        read.warnings().get(0).endsWith("with a quote that is never closed is left out (line 3)"),
        read.warnings().toString());
  }

  @Test
  void nothingOutsideOfTheEventIsRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
    ReadEvents read =
        read(
            "outside.xml",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \""
                + secret.toUri()
                + "\">]>\n"
                + event("<Data Name='x'>&e;</Data>"));
    assertEquals(0, read.events().size());
    assertTrue(read.warnings().stream().noneMatch(text -> text.contains("the secret")));
  }

  @Test
  void deepNestingIsCounted() throws IOException {
    int depth = 100_000;
    String deep = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth) + "\n";
    String lists = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}\n";
    String xml = "<x>".repeat(depth) + "</x>".repeat(depth);
    assertEquals(2, read("deep.jsonl", GOOD + deep + GOOD).events().size());
    assertEquals(2, read("lists.jsonl", GOOD + lists + GOOD).events().size());
    assertEquals(
        1, read("deep.xml", event(xml) + event("<Data Name='x'>1</Data>")).events().size());
  }

  @Test
  void aLineOf100MegabytesIsPassedOver() throws IOException {
    Path file = folder.resolve("long.jsonl");
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) 'x');
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write((GOOD + "{\"a\":\"").getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 100; i++) {
        out.write(block);
      }
      out.write(("\"}\n" + GOOD).getBytes(StandardCharsets.UTF_8));
    }
    ReadEvents read = ReadEvents.of(EventInput.of(file.toString()));
    assertEquals(2, read.events().size());
    assertEquals(
        List.of("a record of `long.jsonl` longer than the limit of 16 MiB is left out (line 2)"),
        read.warnings());
  }

  @Test
  void bytesThatAreNoUtf8AreReplaced() throws IOException {
    byte[] bytes = "{\"a\":\"x?y\"}\n{\"a\":\"z\"}\n".getBytes(StandardCharsets.UTF_8);
    bytes[7] = (byte) 0xFF;
    ReadEvents read = read("bytes.jsonl", bytes);
    assertEquals("x\uFFFDy", read.show(0, "a"));
    assertEquals("z", read.show(1, "a"));
    assertEquals(
        List.of(
            "a record of `bytes.jsonl` with bytes that are no UTF-8 has `\uFFFD` in their place"
                + " (line 1)"),
        read.warnings());
  }

  @Test
  void whatPrecedesTheCutInCompressedDataIsRead() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      text.append("{\"a\":").append(Integer.toHexString(i * 40_503)).append("\n");
    }
    String lines = text.toString().replaceAll(":(\\w+)", ":\"$1\"}");
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(lines.getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = packed.toByteArray();
    ReadEvents read = read("cut.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
    assertTrue(read.events().size() > 10_000 && read.events().size() < 40_000);
    assertEquals(1, read.warnings().size());
    assertTrue(read.warnings().get(0).contains("cut off by the end"), read.warnings().get(0));
  }

  @Test
  void anEventThatDoesNotEndIsCounted() throws IOException {
    ReadEvents read = read("open.xml", event("") + "<Event><System>");
    assertEquals(1, read.events().size());
    assertEquals(1, read.warnings().size());
  }

  @Test
  void aStrictReadingEndsAtTheFirstBadRecord() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.jsonl"), GOOD + "nothing\n" + GOOD);
    EventSet events = EventSet.open(List.of(EventInput.of(file.toString())), true, 1 << 30);
    SplException fault =
        assertThrows(
            SplException.class,
            () ->
                events
                    .table(List.of("a"))
                    .scan(ScanRequest.of(List.of(0)), ScanSettings.defaults())
                    .next());
    assertTrue(fault.diagnostics().get(0).message().contains("(line 2: "));
  }

  @Test
  void aBinaryLogIsRefusedWithAWayOut() throws IOException {
    SplException fault =
        assertThrows(SplException.class, () -> read("Security.evtx", "ElfFile\0\0\0"));
    assertEquals(
        List.of("write its events as XML: wevtutil qe Security.evtx /lf:true /f:xml"),
        fault.diagnostics().get(0).hints());
  }

  @Test
  void anEmptyFileHasNoEvents() throws IOException {
    assertEquals(0, read("empty.log", "").events().size());
    assertEquals(0, read("blank.log", "\n\n  \n").events().size());
  }
}
