package karst.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import karst.Engine;
import karst.Result;
import karst.source.SplException;
import karst.type.SplType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaxMindLocationsTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("test.mmdb");
  }

  @BeforeEach
  void write() throws IOException {
    Map<String, Object> entry =
        Map.of(
            "city", Map.of("names", Map.of("en", "Cologne", "de", "Köln")),
            "country", Map.of("names", Map.of("en", "Germany")),
            "subdivisions", List.of(Map.of("names", Map.of("en", "North Rhine-Westphalia"))),
            "location",
                Map.of("latitude", 50.9333, "longitude", 6.95, "time_zone", "Europe/Berlin"));
    MmdbFile.write(file(), 0x51020000, 16, entry);
  }

  @Test
  void anAddressOfANetworkIsInItsPlace() {
    assertEquals(
        new IpLocations.Location(
            "Köln",
            "Germany",
            "North Rhine-Westphalia",
            "50.9333",
            "6.95",
            null,
            null,
            "Europe/Berlin"),
        MaxMindLocations.open(file()).locate("81.2.69.160", "de"));
  }

  @Test
  void ofOtherAddressesNothingIsKnown() {
    MaxMindLocations locations = MaxMindLocations.open(file());
    assertNull(locations.locate("81.3.0.1", "en"));
    assertNull(locations.locate("localhost", "en"));
    assertNull(locations.locate("", "en"));
  }

  @Test
  void theCommandAddsFields() {
    Table table =
        MemoryTable.builder("t")
            .column("src", SplType.DYNAMIC)
            .column("City", SplType.STRING)
            .row("81.2.69.160", "old")
            .row("10.0.0.1", "kept")
            .row(null, null)
            .row(List.of("81.2.1.1", "10.0.0.1"), null)
            .build();
    Engine engine = Engine.builder().table(table).locations(MaxMindLocations.open(file())).build();
    StringBuilder rows = new StringBuilder();
    try (Result result =
        engine
            .prepare("| from t | iplocation src allfields=t | eval r=City.\"/\".lat.\"/\".Timezone")
            .run()) {
      result.forEach(
          row -> rows.append(row.text("City")).append(' ').append(row.text("r")).append(';'));
    }
    assertEquals(
        "Cologne Cologne/50.9333/Europe/Berlin;kept null;null null;"
            + "Cologne Cologne/50.9333/Europe/Berlin;",
        rows.toString());
  }

  @Test
  void aFileOfAnotherFormatIsRefused() throws IOException {
    Path other = folder.resolve("other.mmdb");
    Files.writeString(other, "no database");
    assertThrows(SplException.class, () -> MaxMindLocations.open(other));
    assertThrows(SplException.class, () -> MaxMindLocations.open(folder.resolve("nosuch.mmdb")));
  }
}
