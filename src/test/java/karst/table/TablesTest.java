package karst.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void columnsOfADatasetMayHaveItsPrefix() throws IOException {
    Path file = folder.resolve("processes.csv");
    Files.writeString(file, "_time,Processes.dest,user,Other.field\n0,a,b,c\n");
    assertEquals(
        List.of("_time", "dest", "user", "Other.field"),
        Tables.csv("Endpoint.Processes", file).schema().names());
    assertEquals(
        List.of("_time", "Processes.dest", "user", "Other.field"),
        Tables.csv("processes", file).schema().names());
  }
}
