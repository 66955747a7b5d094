package karst.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import karst.source.SplException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
  private static final InputFiles FILES = new InputFiles("events", file -> true);

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectories(folder.resolve("b/.git"));
    for (String name : List.of("c.json", "a.xml", "b/d.json", "b/.git/e.json")) {
      Files.writeString(folder.resolve(name), "");
    }
  }

  private List<String> found(String path) {
    return FILES.of(folder + "/" + path).stream()
        .map(file -> folder.relativize(file).toString())
        .toList();
  }

  @Test
  void aFileIsItself() {
    assertEquals(List.of("c.json"), found("c.json"));
  }

  @Test
  void aFolderIsItsFilesInOrderWithoutHiddenOnes() {
    assertEquals(List.of("a.xml", "b/d.json", "c.json"), found(""));
  }

  @Test
  void aStarStaysWithinAFolderAndTwoDoNot() {
    assertEquals(List.of("c.json"), found("*.json"));
    assertEquals(List.of("b/d.json"), found("*/*.json"));
  }

  @Test
  void aPathWithoutFilesIsAnError() {
    assertEquals(
        "there are no files of events in `" + folder + "/*.evtx`",
        assertThrows(SplException.class, () -> found("*.evtx")).diagnostics().get(0).message());
    assertEquals(
        List.of("did you mean `c.json`?"),
        assertThrows(SplException.class, () -> found("c.jsn")).diagnostics().get(0).hints());
  }
}
