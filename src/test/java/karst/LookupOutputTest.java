package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import karst.source.SplException;
import karst.table.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches write lookups, which other searches read. */
class LookupOutputTest {
  @TempDir private Path folder = Path.of("");

  private Engine engine() {
    return Engine.builder()
        .table(
            Tables.memory(
                "t",
                List.of(
                    Map.of("host", "a", "note", "x, \"y\""),
                    Map.of("host", "b", "note", List.of("p", "q"), "_raw", "r"))))
        .lookups(folder)
        .build();
  }

  private long run(Engine engine, String spl) {
    long rows = 0;
    try (Result result = engine.prepare(spl).run()) {
      for (Row ignored : result) {
        rows++;
      }
    }
    return rows;
  }

  private String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void theRowsAreWrittenAndGoOn() throws IOException {
    assertEquals(2, run(engine(), "| from t | table host note _raw | outputlookup out.csv"));
    assertEquals("host,note\na,\"x, \"\"y\"\"\"\nb,p q\n", file("out.csv"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count(), "nothing but the file is left");
    }
  }

  @Test
  void blanksAfterACommaDoNotCountAndThoseOfAValueComeBack() throws IOException {
    Files.writeString(folder.resolve("paths.csv"), "path, known\n*/access.log*, yes\n/b,\" no\"\n");
    assertEquals(
        1,
        run(
            engine(),
            "| makeresults | eval p=\"*/access.log*\" | lookup paths path AS p OUTPUT known"
                + " | search known=yes"));
    run(engine(), "| makeresults | eval path=\"/c\", known=\" x\" | outputlookup append=t paths");
    assertEquals("path,known\n*/access.log*,yes\n/b,\" no\"\n/c,\" x\"\n", file("paths.csv"));
    assertEquals(1, run(engine(), "| inputlookup paths | where known=\" x\""));
  }

  @Test
  void allRowsAreWrittenHoweverFewAreAskedFor() throws IOException {
    assertEquals(1, run(engine(), "| from t | fields host | outputlookup out | head 1"));
    assertEquals("host\na\nb\n", file("out.csv"));
  }

  @Test
  void anEngineReadsWhatItHasWritten() throws IOException {
    Engine engine = engine();
    run(engine, "| from t | table host | outputlookup out.csv");
    assertEquals(2, run(engine, "| inputlookup out.csv"));
    run(engine, "| inputlookup out.csv | eval n=1 | outputlookup out.csv");
    Files.setLastModifiedTime(folder.resolve("out.csv"), FileTime.fromMillis(0));
    assertEquals(2, run(engine, "| inputlookup out.csv where n=1"));
  }

  @Test
  void appendKeepsRowsAndColumns() throws IOException {
    Files.writeString(folder.resolve("out.csv"), "host,seen\nz,1\n");
    run(engine(), "| from t | outputlookup append=t out.csv");
    assertEquals("host,seen\nz,1\na,\nb,\n", file("out.csv"));
  }

  @Test
  void aKeyReplacesItsRow() throws IOException {
    Files.writeString(folder.resolve("out.csv"), "host,seen\na,1\nz,2\n");
    run(engine(), "| from t | eval seen=9 | outputlookup append=t key_field=host out.csv");
    assertEquals("host,seen\na,9\nz,2\nb,9\n", file("out.csv"));
    run(
        engine(),
        "| from t | eval seen=5 | outputlookup append=t key_field=host allow_updates=f out.csv");
    assertEquals("host,seen\na,9\nz,2\nb,9\n", file("out.csv"));
  }

  @Test
  void noRowsDeleteTheFileUnlessToldOtherwise() throws IOException {
    Files.writeString(folder.resolve("out.csv"), "host\na\n");
    String none = "| from t | where host=\"zz\" | table host ";
    run(engine(), none + "| outputlookup override_if_empty=f out.csv");
    assertEquals("host\na\n", file("out.csv"));
    run(engine(), none + "| outputlookup append=t out.csv");
    assertEquals("host\na\n", file("out.csv"));
    run(engine(), none + "| outputlookup create_empty=t out.csv");
    assertEquals("host\n", file("out.csv"));
    run(engine(), none + "| outputlookup out.csv");
    assertFalse(Files.exists(folder.resolve("out.csv")));
  }

  @Test
  void maxBoundsWhatIsWritten() throws IOException {
    assertEquals(2, run(engine(), "| from t | table host | outputlookup max=1 out.csv"));
    assertEquals("host\na\n", file("out.csv"));
  }

  @Test
  void aCollectionIsWrittenToItsFileWithItsKeys() throws IOException {
    Files.writeString(
        folder.resolve("seen.yml"),
        "name: seen_hosts\ncollection: seen\nfields_list: _key, host\n");
    run(engine(), "| from t | table host | outputlookup key_field=host seen_hosts");
    assertEquals("host,_key\na,a\nb,b\n", file("seen.csv"));
  }

  @Test
  void outputcsvWritesToo() throws IOException {
    run(engine(), "| from t | table host | outputcsv out");
    run(engine(), "| from t | table host | outputcsv append=t out");
    assertEquals("host\na\nb\na\nb\n", file("out.csv"));
  }

  @Test
  void aNameLeadsNowhereElse() {
    SplException fault =
        assertThrows(SplException.class, () -> run(engine(), "| from t | outputlookup ../out.csv"));
    assertTrue(
        String.valueOf(fault.getMessage()).contains("there is no folder to write `../out.csv` to"));
  }

  @Test
  void nothingIsWrittenBeforeTheRun() {
    engine().prepare("| from t | outputlookup out.csv").explain(Stage.PHYSICAL);
    assertFalse(Files.exists(folder.resolve("out.csv")));
  }
}
