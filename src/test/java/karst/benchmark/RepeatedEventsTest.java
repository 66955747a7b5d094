package karst.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import karst.Engine;
import karst.Result;
import karst.table.event.EventInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedEventsTest {
  @Test
  void theCopiesOfACompressedFileAreReadAsOne(@TempDir Path folder) throws IOException {
    Path once = folder.resolve("once.jsonl.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(once))) {
      out.write("{\"a\":1}\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_8));
    }
    Path often = folder.resolve("often.jsonl.gz");
    assertEquals(3, RepeatedEvents.repeat(once, 5, often));
    Engine engine = Engine.builder().events(EventInput.of(often.toString())).build();
    try (Result result = engine.prepare("a=2 | stats count").run()) {
      assertEquals("3", result.iterator().next().text("count"));
    }
  }
}
