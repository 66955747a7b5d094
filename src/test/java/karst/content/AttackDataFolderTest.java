package karst.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttackDataFolderTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    for (String file :
        List.of("top.log", "T1/a/events.log", "T1/b/events.log", "more/T2/b/events.log.gz")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/data/T1/a/events.log, T1/a/events.log",
    "https://example.org/data/T1/b/events.log?raw=1, T1/b/events.log",
    "https://example.org/data/T2/b/events.log, more/T2/b/events.log.gz",
    "https://example.org/x/top.log, top.log",
    "T1/a/events.log, T1/a/events.log"
  })
  void aFileIsFoundByTheLastPartsOfItsAddress(String address, String file) {
    assertEquals(List.of(folder.resolve(file)), AttackDataFolder.of(folder).find(address));
  }

  @Test
  void theNameAloneIsNotEnoughForAFileInAFolder() {
    assertEquals(
        List.of(), AttackDataFolder.of(folder).find("https://example.org/T9/c/events.log"));
  }

  @Test
  void filesThatFitEquallyAreAllTold() {
    assertEquals(2, AttackDataFolder.of(folder).find("https://example.org/T9/b/events.log").size());
  }
}
