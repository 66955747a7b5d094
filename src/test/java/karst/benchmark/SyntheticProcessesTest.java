package karst.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import karst.sample.ProcessColumn;
import org.junit.jupiter.api.Test;

class SyntheticProcessesTest {
  private static final int ROWS = 1_000;

  @Test
  void theSameSeedWritesTheSameBytes() throws IOException {
    assertEquals(table(ROWS, 7), table(ROWS, 7));
    assertNotEquals(table(ROWS, 7), table(ROWS, 8));
  }

  @Test
  void everyRecordHasACellForEachColumn() throws IOException {
    List<NamedCsvRecord> records = records(table(ROWS, 1));
    assertEquals(ROWS, records.size());
    for (NamedCsvRecord row : records) {
      assertEquals(ProcessColumn.header(), row.getHeader());
      assertEquals(ProcessColumn.header().size(), row.getFieldCount());
    }
  }

  @Test
  void theFoundingSearchFindsAsManyRowsAsAnnounced() throws IOException {
    for (int rows : new int[] {499, 500, ROWS}) {
      assertEquals(
          SyntheticRows.infections(rows),
          records(table(rows, 1)).stream().filter(SyntheticProcessesTest::isFound).count());
    }
    assertEquals(0, SyntheticRows.infections(0));
    assertEquals(1, SyntheticRows.infections(100_499));
    assertEquals(2, SyntheticRows.infections(100_500));
    assertEquals(10, SyntheticRows.infections(1_000_000));
  }

  @Test
  void noOtherProcessHasWermgrAsItsParent() throws IOException {
    for (NamedCsvRecord row : records(table(ROWS, 1))) {
      assertEquals(isFound(row), lower(row, "parent_process_name").equals("wermgr.exe"));
    }
  }

  @Test
  void guidsAreUniqueAndIdsAreMultiplesOfFour() throws IOException {
    Set<String> guids = new HashSet<>();
    for (NamedCsvRecord row : records(table(ROWS, 1))) {
      String guid = row.getField("process_guid");
      assertTrue(guid.isEmpty() || guids.add(guid), guid);
      assertEquals(0, Integer.decode(row.getField("process_id")) % 4);
    }
  }

  private static boolean isFound(NamedCsvRecord row) {
    return lower(row, "parent_process_name").equals("wermgr.exe")
        && (Set.of("cmd.exe", "powershell.exe").contains(lower(row, "process_name"))
            || Set.of("cmd.exe", "powershell.exe").contains(lower(row, "original_file_name")));
  }

  private static String lower(NamedCsvRecord row, String column) {
    return row.getField(column).toLowerCase(Locale.ROOT);
  }

  private static List<NamedCsvRecord> records(String table) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(table)) {
      return reader.stream().toList();
    }
  }

  private static String table(int rows, long seed) throws IOException {
    var text = new StringBuilder();
    SyntheticProcesses.write(rows, seed, text);
    return text.toString();
  }
}
