package karst.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleDataTest {
  private static final Path FILE = Path.of("queries/data/endpoint_processes.csv");

  @Test
  void theCommittedFileIsWhatTheGeneratorWrites() throws IOException {
    if (Boolean.getBoolean("karst.accept")) {
      Files.writeString(FILE, SampleData.csv());
    }
    assertEquals(SampleData.csv(), new String(Files.readAllBytes(FILE), StandardCharsets.UTF_8));
  }

  @Test
  void everyRecordHasACellForEachColumn() throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(FILE)) {
      List<Integer> widths = reader.stream().map(CsvRecord::getFieldCount).toList();
      assertEquals(SampleData.events().size() + 1, widths.size());
      assertTrue(widths.stream().allMatch(width -> width == ProcessColumn.values().length));
    }
  }
}
