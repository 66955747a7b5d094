package karst.table;

import static karst.table.TestTables.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import karst.source.SplException;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.DictionaryVector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that another program wrote. */
class ParquetTableTest {
  private static final String MANY =
      "SELECT i, CASE WHEN i % 3 = 0 THEN NULL ELSE 's' || (i % 7) END AS few, 't' || i AS each,"
          + " i * 0.5::DOUBLE AS half, make_timestamp(1715680800000000 + i * 1000) AS _time"
          + " FROM range(5000) t(i)";

  @TempDir private Path folder = Path.of("");

  private Table written(String query, String options) {
    return Tables.parquet(
        "t", DuckDbFiles.write(folder.resolve("t.parquet"), query, options).toString());
  }

  private static List<List<@Nullable Object>> read(Table table) {
    return rows(table, ScanSettings.defaults());
  }

  private static List<@Nullable Object> only(Table table) {
    List<List<@Nullable Object>> rows = read(table);
    assertEquals(1, rows.size());
    return rows.get(0);
  }

  @Test
  void numbersTextsTimesAndListsHaveTheirTypes() {
    Table table =
        written(
            "SELECT 7::INT AS i, 8::BIGINT AS l, 9::UTINYINT AS u, 0.5::FLOAT AS f, 0.25 :: DOUBLE"
                + " AS d, 1.25::DECIMAL(9, 2) AS c, 2.5::DECIMAL(30, 4) AS w, 'x' AS s, true AS b, ['p', NULL, 'q'] AS m,"
                + " {'a': 1, 'b': 'y'} AS g, TIMESTAMP '2024-05-14 10:00:00.25' AS _time,"
                + " DATE '2024-05-14' AS day,"
                + " '01234567-89ab-cdef-0123-456789abcdef'::UUID AS id, NULL::INT AS nothing",
            "");
    assertEquals(
        "i:number, l:number, u:number, f:number, d:number, c:number, w:number, s:string, b:string,"
            + " m:string[], g.a:number, g.b:string, _time:time, day:time, id:string,"
            + " nothing:number",
        table.schema().toString());
    assertEquals(
        Arrays.asList(
            7.0,
            8.0,
            9.0,
            0.5,
            0.25,
            1.25,
            2.5,
            "x",
            "true",
            List.of("p", "q"),
            1.0,
            "y",
            1715680800.25,
            1715644800.0,
            "01234567-89ab-cdef-0123-456789abcdef",
            null),
        only(table));
  }

  @Test
  void aListOfOneIsItsValueAndAnEmptyOneIsNull() {
    assertEquals(
        List.of(
            List.of("a"),
            Arrays.asList((Object) null),
            Arrays.asList((Object) null),
            List.of(List.of("b", "c"))),
        read(written("SELECT * FROM (VALUES (['a']), ([]), (NULL), (['b', 'c'])) t(m)", "")));
  }

  @Test
  void numbersOfATimeColumnAreSeconds() {
    Table table = written("SELECT 1715680800 AS _time", "");
    assertEquals(SplType.TIME, table.schema().column(0).type());
    assertEquals(List.of(1715680800.0), only(table));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", COMPRESSION uncompressed",
        ", COMPRESSION snappy",
        ", COMPRESSION gzip",
        ", COMPRESSION zstd",
        ", COMPRESSION lz4_raw",
        ", PARQUET_VERSION v2",
        ", ROW_GROUP_SIZE 2048",
        ", PARQUET_VERSION v2, COMPRESSION uncompressed, ROW_GROUP_SIZE 2048"
      })
  void everyCodecAndEncodingGivesTheSameRows(String options) {
    Table table = written(MANY, options);
    List<List<@Nullable Object>> expected =
        IntStream.range(0, 5000)
            .mapToObj(
                i ->
                    Arrays.<@Nullable Object>asList(
                        (double) i,
                        i % 3 == 0 ? null : "s" + i % 7,
                        "t" + i,
                        i * 0.5,
                        (1715680800000000L + i * 1000L) / 1e6))
            .toList();
    assertEquals(expected, read(table));
    assertEquals(expected, rows(table, ScanSettings.defaults().withThreads(3).withBatchSize(100)));
  }

  @Test
  void codesOfTheFileAreCodesOfTheVector() {
    Table table = written(MANY, "");
    Batch batch =
        TestTables.batches(table, ScanRequest.of(List.of(1)), ScanSettings.defaults()).get(0);
    DictionaryVector coded = (DictionaryVector) batch.vector(0);
    assertEquals(7, coded.dictionary().size());
  }

  @Test
  void partsAreTheRowsInOrder() {
    Table table = written(MANY.replace("5000", "50000"), ", ROW_GROUP_SIZE 4096");
    ScanRequest request = ScanRequest.of(List.of(0, 2));
    List<Scan> parts = table.scanParts(request, ScanSettings.defaults(), 3);
    assertEquals(3, parts.size());
    assertEquals(
        rows(table, request, ScanSettings.defaults()),
        parts.stream().flatMap(part -> rows(part).stream()).toList());
  }

  @Test
  void aFolderIsItsFilesInOrderAndAMissingColumnIsNull() {
    DuckDbFiles.write(folder.resolve("b.parquet"), "SELECT 2 AS i, 'x' AS s", "");
    DuckDbFiles.write(folder.resolve("a.parquet"), "SELECT 1 AS i", "");
    DuckDbFiles.write(folder.resolve("_c.parquet"), "SELECT 3 AS i", "");
    List<List<@Nullable Object>> expected =
        List.of(Arrays.asList(1.0, null), Arrays.asList(2.0, "x"));
    assertEquals(expected, read(Tables.open("t", folder.toString())));
    assertEquals(expected, read(Tables.open("t", folder + "/[ab].parquet")));
    assertEquals(
        expected,
        rows(Tables.open("t", folder.toString()), ScanSettings.defaults().withThreads(2)));
  }

  @Test
  void aDatasetsPrefixIsTakenOff() {
    Path file =
        DuckDbFiles.write(
            folder.resolve("t.parquet"), "SELECT 'a' AS \"Processes.dest\", 'b' AS \"user\"", "");
    assertEquals(
        List.of("dest", "user"),
        Tables.parquet("Endpoint.Processes", file.toString()).schema().names());
  }

  @Test
  void aColumnOfTwoKindsIsAnError() {
    DuckDbFiles.write(folder.resolve("a.parquet"), "SELECT 1 AS i", "");
    DuckDbFiles.write(folder.resolve("b.parquet"), "SELECT 'x' AS i", "");
    assertFails(
        () -> Tables.open("t", folder.toString()),
        "column `i` holds values of type string there, and number in `");
  }

  @Test
  void anUnsupportedTypeIsAnErrorWhereItIsRead() {
    Table table = written("SELECT 1 AS i, MAP {'k': 1} AS m, '1 2'::BLOB AS b", "");
    assertEquals(
        List.of(List.of(1.0)), rows(table, ScanRequest.of(List.of(0)), ScanSettings.defaults()));
    assertFails(
        () -> rows(table, ScanRequest.of(List.of(1)), ScanSettings.defaults()),
        "cannot read column `m` of `",
        "it holds values of type map");
    assertFails(
        () -> rows(table, ScanRequest.of(List.of(2)), ScanSettings.defaults()),
        "cannot read column `b` of `",
        "it holds values of type byte array");
  }

  @Test
  void textIsNoTime() {
    Table table = written("SELECT '2024-05-14' AS _time", "");
    assertFails(() -> read(table), "`_time`", "text in place of a time");
  }

  @Test
  void whatIsNoParquetFileIsAnError() throws IOException {
    Path file = folder.resolve("t.parquet");
    Files.writeString(file, "_time,dest\n1,2\n");
    assertFails(() -> Tables.open("t", file.toString()), "it is no Parquet file");
    assertFails(() -> Tables.open("t", folder + "/*.parq.parquet"), "no files of Parquet data");
    assertFails(() -> Tables.open("t", folder + "/u.parquet"), "no such file", "t.parquet");
  }

  @Test
  void aFileThatIsCutOffIsAnErrorWithAPlace() throws IOException {
    Path file = DuckDbFiles.write(folder.resolve("t.parquet"), MANY, "");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
    assertFails(
        () -> Tables.open("t", file.toString()),
        "`" + file + "`",
        "damaged at byte " + (bytes.length - 100),
        "cut off");
  }

  @Test
  void aFileThatChangedIsAnError() throws IOException {
    Table table = written(MANY, "");
    Path file = folder.resolve("t.parquet");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));
    assertFails(() -> read(table), "it changed after the table was opened");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", COMPRESSION uncompressed", ", PARQUET_VERSION v2"})
  void damagedBytesAreAnErrorOrReadAsSomething(String options) throws IOException {
    Path file = DuckDbFiles.write(folder.resolve("t.parquet"), MANY, options);
    byte[] bytes = Files.readAllBytes(file);
    int faults = 0;
    for (int at = 4; at < bytes.length; at += Math.max(1, bytes.length / 61)) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x55;
      Files.write(file, damaged);
      try {
        read(Tables.open("t", file.toString()));
      } catch (SplException fault) {
        faults++;
        assertTrue(fault.render().contains(file.toString()), fault.render());
      }
    }
    assertTrue(faults > 0);
  }

  private static void assertFails(Runnable work, String... parts) {
    SplException fault = assertThrows(SplException.class, work::run);
    for (String part : parts) {
      assertTrue(fault.render().contains(part), fault.render());
    }
  }
}
