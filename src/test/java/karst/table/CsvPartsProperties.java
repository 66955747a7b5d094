package karst.table;

import static karst.table.TestTables.rows;
import static karst.table.TestTables.utf8;
import static karst.table.TestTables.where;
import static karst.table.TestTables.withFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import karst.source.Diagnostic;
import karst.source.SplException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** A file's parts together are the file, in its order, with its faults. */
class CsvPartsProperties {
  private static final Predicate<@Nullable Object> EVEN_LENGTH =
      value -> value != null && value.toString().length() % 2 == 0;

  @Property(tries = 1000)
  void partsAreTheFileOneBehindTheOther(
      @ForAll("noise") String noise,
      @ForAll @IntRange(min = 1, max = 40) int blockBytes,
      @ForAll @IntRange(min = 1, max = 7) int batchSize,
      @ForAll @IntRange(min = 1, max = 5) int most,
      @ForAll boolean filtered) {
    CsvOptions options = CsvOptions.defaults().withBlockBytes(blockBytes);
    ScanFilter filter = filtered ? where(1, EVEN_LENGTH) : null;
    ScanRequest request = new ScanRequest(List.of(1, 0), filter);
    withFile(
        utf8("a,b\n" + noise),
        file -> {
          CsvTable table = CsvTable.open("t", file, options);
          List<Diagnostic> expectedFaults = new ArrayList<>();
          List<Diagnostic> faults = new ArrayList<>();
          ScanSettings settings = ScanSettings.defaults().withBatchSize(batchSize);
          List<List<@Nullable Object>> expected;
          try {
            expected = rows(table, request, settings.onReport(expectedFaults::add));
          } catch (SplException broken) {
            List<Scan> parts = parts(table, options, request, settings, most);
            assertThrows(SplException.class, () -> read(parts));
            return;
          }
          List<Scan> parts = parts(table, options, request, settings.onReport(faults::add), most);
          assertEquals(expected, read(parts));
          assertEquals(expectedFaults, faults);
        });
  }

  private static List<List<@Nullable Object>> read(List<Scan> parts) {
    List<List<@Nullable Object>> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(rows(part)));
    return all;
  }

  private static List<Scan> parts(
      CsvTable table, CsvOptions options, ScanRequest request, ScanSettings settings, int most) {
    CsvHeader header = CsvHeader.read(table.file(), options);
    CsvProjection projection = CsvProjection.of(header, request, settings.batchSize());
    return CsvParts.open(table.file(), options, header, projection, settings, most, 1);
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.of(
            "a", "bcdefghij", ",", "\"", "\"\"", "\n", "x,y\n", "\r\n", "\r", "é", ",\"", "\",")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }
}
