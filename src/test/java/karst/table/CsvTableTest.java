package karst.table;

import static karst.table.TestTables.gzip;
import static karst.table.TestTables.rows;
import static karst.table.TestTables.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.StringVector;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  @TempDir Path folder;

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Table table(String content) throws IOException {
    return Tables.csv("t", write("t.csv", utf8(content)));
  }

  private static List<?> read(Table table) {
    return rows(table, ScanSettings.defaults());
  }

  private static List<String> warnings(Table table, int threads) {
    List<Diagnostic> found = new ArrayList<>();
    rows(table, ScanSettings.defaults().withThreads(threads).onReport(found::add));
    found.forEach(diagnostic -> assertEquals(DiagnosticCode.MALFORMED_DATA, diagnostic.code()));
    return found.stream().map(Diagnostic::message).toList();
  }

  private String message(String text) {
    return text.replace("FILE", folder.resolve("t.csv").toString());
  }

  private SplException fails(String content) throws IOException {
    Table table = table(content);
    return assertThrows(SplException.class, () -> read(table));
  }

  @Test
  void anEmptyCellIsNullQuotedOrNot() throws IOException {
    assertEquals(
        List.of(Arrays.asList(null, null, "x"), Arrays.asList("\"", " ", null)),
        read(table("a,b,c\n,\"\",x\n\"\"\"\", ,\n")));
  }

  @Test
  void spacesAroundAColumnsNameAreNoPartOfIt() throws IOException {
    assertEquals(List.of("code", "event text"), table("code, event text \n1,x\n").schema().names());
  }

  @Test
  void blanksAfterACommaAreNoPartOfALookupsCell() throws IOException {
    Path file = write("l.csv", utf8("path, known\n/a b , yes\n  /c,\" no\"\n/d,  \n/e, \"x\"\n"));
    assertEquals(
        List.of(
            List.of("/a b ", "yes"),
            List.of("/c", " no"),
            Arrays.asList("/d", null),
            List.of("/e", "x")),
        read(CsvTable.open("l", file, CsvOptions.ofLookups())));
  }

  @Test
  void crlfAndByteOrderMarkAndEmptyLinesAreNoData() throws IOException {
    Table table = table("\uFEFF\r\na,b\r\n\r\n1,2\r\n\n3,4");
    assertEquals(List.of("a", "b"), table.schema().names());
    assertEquals(List.of(List.of("1", "2"), List.of("3", "4")), read(table));
  }

  @Test
  void aLoneCarriageReturnIsPartOfItsCell() throws IOException {
    assertEquals(List.of(List.of("1\r2", "3\r")), read(table("a,b\n1\r2,3\r")));
  }

  @Test
  void aHeaderAloneHasNoRows() throws IOException {
    assertEquals(List.of(), read(table("a,b")));
  }

  @Test
  void aPrefixIsTakenOffTheNamesThatHaveIt() throws IOException {
    Path file = write("t.csv", utf8("Processes.dest,user,Processes._time\nh,u,1.5\n"));
    CsvOptions options = CsvOptions.defaults().withPrefix("Processes");
    Table table = CsvTable.open("t", file, options);
    assertEquals("dest:string, user:string, _time:time", table.schema().toString());
    assertEquals(List.of(List.of("h", "u", 1.5)), read(table));
  }

  @Test
  void aColumnWithoutANameIsLeftOut() throws IOException {
    assertEquals(List.of(List.of("1", "3")), read(table("a,,c,\n1,2,3,4\n")));
  }

  @Test
  void columnsComeInTheOrderWanted() throws IOException {
    Table table = table("a,b,c\n1,2,3\n");
    ScanRequest request = ScanRequest.of(List.of(2, 0));
    assertEquals(List.of(List.of("3", "1")), rows(table, request, ScanSettings.defaults()));
  }

  @Test
  void rowsCountWithoutAnyColumn() throws IOException {
    Table table = table("a,b\n1,2\n3,4\n");
    assertEquals(2, rows(table, ScanRequest.of(List.of()), ScanSettings.defaults()).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void timesAreEpochSecondsOrIso(int threads) throws IOException {
    Table table =
        table("_time\n1553015716.129\n2019-03-19T17:15:16.129Z\nyesterday\n\"\"\n2019-02-29\n");
    assertEquals(SplType.TIME, table.schema().column(0).type());
    List<Object> expected = new ArrayList<>(List.of(1553015716.129, 1553015716.129));
    expected.addAll(Arrays.asList(null, null, null));
    assertEquals(expected.stream().map(Arrays::asList).toList(), read(table));
    assertEquals(
        List.of(
            message(
                "2 times of `FILE` are neither epoch seconds nor ISO 8601 and read as null"
                    + " (lines 4, 6)")),
        warnings(table, threads));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void raggedRowsAreMendedAndReportedWithTheirLines(int threads) throws IOException {
    String many = IntStream.range(0, 7).mapToObj(i -> "x\n").collect(Collectors.joining());
    Path file = write("t.csv", utf8("a,b\n\"1\n2\",3\n4\n\n5,6,7\n" + many));
    Table table = CsvTable.open("t", file, CsvOptions.defaults().withBlockBytes(9));
    List<?> rows = read(table);
    assertEquals(
        List.of(List.of("1\n2", "3"), Arrays.asList("4", null), List.of("5", "6")),
        rows.subList(0, 3));
    assertEquals(
        List.of(
            message(
                "8 rows of `FILE` have too few cells, the missing ones are null"
                    + " (lines 4, 7, 8, 9, 10, ...)"),
            message("1 row of `FILE` has too many cells, the extra ones are ignored (line 6)")),
        warnings(table, threads));
  }

  @Test
  void malformedUtf8IsReplacedAndReported() throws IOException {
    byte[] content = "a,b\nok,\u00E9\nx,y\u00FFz\n".getBytes(StandardCharsets.ISO_8859_1);
    Table table = Tables.csv("t", write("t.csv", content));
    assertEquals(List.of(List.of("ok", "\uFFFD"), List.of("x", "y\uFFFDz")), read(table));
    assertEquals(
        List.of(
            message(
                "2 cells of `FILE` are not UTF-8, what is malformed reads as U+FFFD"
                    + " (lines 2, 3)")),
        warnings(table, 1));
  }

  @Test
  void aStrayQuoteIsKeptAndReported() throws IOException {
    Table table = table("a,b\nx \"y,z\" w,1\n\"q\"r,2\n\"fine\",3\n");
    assertEquals(
        List.of(List.of("x \"y,z\" w", "1"), List.of("qr", "2"), List.of("fine", "3")),
        read(table));
    assertEquals(
        List.of(
            message(
                "2 rows of `FILE` have a quote inside a cell that is not wholly quoted"
                    + " (lines 2, 3)")),
        warnings(table, 1));
  }

  @Test
  void anOpenQuoteAtTheEndIsAnErrorThatNamesItsLine() throws IOException {
    SplException failure = fails("a,b\n1,2\n3,\"4\n5,6\n");
    assertEquals(
        message("a quote opens on line 3 of `FILE` and is not closed"), failure.getMessage());
    assertEquals(DiagnosticCode.MALFORMED_DATA, failure.diagnostics().get(0).code());
    assertEquals(List.of(), failure.diagnostics().get(0).hints());
  }

  @Test
  void anOpenQuoteIsExplainedByAStrayOneBefore() throws IOException {
    SplException failure = fails("a,b\n5\" disk,2\n\"3\",4\n");
    assertEquals(
        message("a quote opens on line 3 of `FILE` and is not closed"), failure.getMessage());
    assertTrue(failure.diagnostics().get(0).hints().get(0).startsWith("line 2 is the first with"));
  }

  @Test
  void anEndlessRecordIsAnErrorInBoundedMemory() throws IOException {
    Path file = write("t.csv", utf8("a,b\n1,2\n3,\"" + "x\n".repeat(5000)));
    CsvOptions options = CsvOptions.defaults().withBlockBytes(16).withMaxRecordBytes(100);
    Table table = CsvTable.open("t", file, options);
    SplException failure = assertThrows(SplException.class, () -> read(table));
    assertEquals(
        message("the record on line 3 of `FILE` is longer than 100 bytes"), failure.getMessage());
    assertEquals(
        message("[a quote opens on line 3 and is not closed before that]"),
        failure.diagnostics().get(0).hints().toString());
  }

  @Test
  void aHeaderThatNamesAColumnTwiceIsAnError() {
    SplException failure = assertThrows(SplException.class, () -> table("\nx,b,x\n"));
    assertEquals(
        message("line 2 of `FILE` names the column `x` twice (cells 1 and 3)"),
        failure.getMessage());
  }

  @Test
  void aHeaderWithoutNamesOrWithCarriageReturnsIsAnError() {
    assertEquals(
        message("line 1 of `FILE` names no columns"),
        assertThrows(SplException.class, () -> table(",\n1,2\n")).getMessage());
    assertEquals(
        message("line 1 of `FILE` has a carriage return in a column's name"),
        assertThrows(SplException.class, () -> table("a,b\r1,2\r")).getMessage());
    assertEquals(
        message("a quote opens on line 1 of `FILE` and is not closed"),
        assertThrows(SplException.class, () -> table("a,\"b\n1,2\n")).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\r\n\n", "\uFEFF"})
  void anEmptyFileIsAnError(String content) {
    SplException failure = assertThrows(SplException.class, () -> table(content));
    assertEquals(
        message("cannot read `FILE`: it is empty, its first line must name the columns"),
        failure.getMessage());
    assertEquals(DiagnosticCode.UNREADABLE_FILE, failure.diagnostics().get(0).code());
  }

  @Test
  void utf16IsAnErrorThatSaysSo() {
    assertThrows(
        SplException.class,
        () -> Tables.csv("t", write("t.csv", "a,b\n".getBytes(StandardCharsets.UTF_16))));
  }

  @Test
  void aMissingFileIsAnErrorThatNamesANearOne() throws IOException {
    write("processes.csv", utf8("a\n"));
    Path wrong = folder.resolve("proceses.csv");
    SplException failure = assertThrows(SplException.class, () -> Tables.csv("t", wrong));
    Diagnostic diagnostic = failure.diagnostics().get(0);
    assertEquals("cannot read `" + wrong + "`: no such file", diagnostic.message());
    assertEquals(DiagnosticCode.UNREADABLE_FILE, diagnostic.code());
    assertEquals(List.of("did you mean `processes.csv`?"), diagnostic.hints());
  }

  @Test
  void aFolderIsNoTable() {
    SplException failure = assertThrows(SplException.class, () -> Tables.csv("t", folder));
    assertEquals("cannot read `" + folder + "`: it is a folder", failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aCompressedFileIsDecompressed(int threads) throws IOException {
    String rows = IntStream.range(0, 5000).mapToObj(i -> i + ",x\n").collect(Collectors.joining());
    Path file = write("t.csv.gz", gzip(utf8("a,b\n" + rows)));
    Table table = CsvTable.open("t", file, CsvOptions.defaults().withBlockBytes(1000));
    List<?> read = rows(table, ScanSettings.defaults().withThreads(threads));
    assertEquals(5000, read.size());
    assertEquals(List.of("4999", "x"), read.get(4999));
  }

  @Test
  void aCompressedFileThatIsDamagedIsAnError() throws IOException {
    byte[] whole = gzip(utf8("a,b\n" + "1,2\n".repeat(100)));
    Path cut = write("cut.csv.gz", Arrays.copyOf(whole, whole.length - 12));
    Path plain = write("plain.csv.gz", utf8("a,b\n1,2\n"));
    assertEquals(
        "cannot read `" + cut + "`: its compressed data ends too early",
        assertThrows(SplException.class, () -> read(Tables.csv("t", cut))).getMessage());
    assertEquals(
        "cannot read `" + plain + "`: it is not in gzip format, as its name says, or it is damaged",
        assertThrows(SplException.class, () -> Tables.csv("t", plain)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aFileThatIsCutWhileItIsReadIsAnError(int threads) throws IOException {
    Path file = write("t.csv", utf8("a,b\n" + "1,2\n".repeat(20_000)));
    Table table = CsvTable.open("t", file, CsvOptions.defaults().withBlockBytes(100));
    ScanSettings settings = ScanSettings.defaults().withThreads(threads);
    try (Scan scan = table.scan(ScanRequest.of(List.of(0)), settings)) {
      scan.next();
      Files.write(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
      SplException failure =
          assertThrows(
              SplException.class,
              () -> {
                while (scan.next() != null) {}
              });
      assertEquals(
          message("cannot read `FILE`: it changed while it was read"), failure.getMessage());
    }
    assertEquals(0, TestTables.scanThreads());
  }

  @Test
  void aFileWithAnotherHeaderThanWhenItWasOpenedIsAnError() throws IOException {
    Table table = table("a,b\n1,2\n");
    table("b,a\n1,2\n");
    assertEquals(
        message("cannot read `FILE`: its header changed after the table was opened"),
        assertThrows(SplException.class, () -> read(table)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aCheckpointStopsTheScanAndLeavesNoThread(int threads) throws IOException {
    Path file = write("t.csv", utf8("a,b\n" + "1,2\n".repeat(20_000)));
    Table table = CsvTable.open("t", file, CsvOptions.defaults().withBlockBytes(100));
    int[] calls = {0};
    ScanSettings settings =
        ScanSettings.defaults()
            .withThreads(threads)
            .onCheckpoint(
                () -> {
                  if (++calls[0] > 10) {
                    throw Diagnostic.error(DiagnosticCode.CANCELLED, "enough").toException();
                  }
                });
    assertEquals(
        "enough", assertThrows(SplException.class, () -> rows(table, settings)).getMessage());
    assertEquals(0, TestTables.scanThreads());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aFilterThatFailsStopsTheScanAndLeavesNoThread(int threads) throws IOException {
    Path file = write("t.csv", utf8("a,b\n" + "1,2\n".repeat(1000) + "2,2\n".repeat(1000)));
    Table table = CsvTable.open("t", file, CsvOptions.defaults().withBlockBytes(100));
    ScanFilter filter =
        TestTables.where(
            0,
            value -> {
              if ("2".equals(value)) {
                throw Diagnostic.error(DiagnosticCode.REGEX_LIMIT, "too hard").toException();
              }
              return true;
            });
    ScanSettings settings = ScanSettings.defaults().withThreads(threads);
    ScanRequest request = new ScanRequest(List.of(1), filter);
    assertEquals(
        "too hard",
        assertThrows(SplException.class, () -> rows(table, request, settings)).getMessage());
    assertEquals(0, TestTables.scanThreads());
  }

  @Test
  void aScanThatIsClosedEarlyLeavesNoThreadAndDoesNotReadTheWholeFile() throws IOException {
    Path file = write("t.csv", utf8("a,b\n" + "1,2\n".repeat(100_000)));
    Table table = CsvTable.open("t", file, CsvOptions.defaults().withBlockBytes(1000));
    long[] position = {0};
    ScanSettings settings =
        ScanSettings.defaults().withThreads(3).onProgress((done, total) -> position[0] = done);
    try (Scan scan = table.scan(ScanRequest.of(List.of(0)), settings)) {
      scan.next();
      scan.close();
      assertNull(scan.next());
    }
    assertTrue(position[0] < 20_000, () -> "read " + position[0]);
    assertEquals(0, TestTables.scanThreads());
  }

  @Test
  void progressEndsWithTheWholeFile() throws IOException {
    Path file = write("t.csv", utf8("a,b\n" + "1,2\n".repeat(1000)));
    Table table = CsvTable.open("t", file, CsvOptions.defaults().withBlockBytes(100));
    List<Long> done = new ArrayList<>();
    rows(table, ScanSettings.defaults().onProgress((at, total) -> done.add(total - at)));
    assertEquals(0, done.get(done.size() - 1));
    assertTrue(done.size() > 10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void fewDistinctValuesShareOneDictionaryInOrderOfTheRows(int threads) throws IOException {
    String rows =
        IntStream.range(0, 9000).mapToObj(i -> (i / 100) + ",k\n").collect(Collectors.joining());
    Path file = write("t.csv", utf8("a,b\n" + rows));
    Table table = CsvTable.open("t", file, CsvOptions.defaults().withBlockBytes(500));
    Dictionary dictionary = null;
    ScanRequest request =
        new ScanRequest(List.of(0), TestTables.where(0, value -> !"5".equals(value)));
    ScanSettings settings = ScanSettings.defaults().withThreads(threads);
    for (Batch batch : TestTables.batches(table, request, settings)) {
      DictionaryVector vector = assertInstanceOf(DictionaryVector.class, batch.vector(0));
      assertTrue(dictionary == null || dictionary == vector.dictionary());
      dictionary = vector.dictionary();
    }
    assertEquals(89, dictionary == null ? 0 : dictionary.size());
    assertEquals("6", dictionary == null ? "" : dictionary.text(5));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void manyDistinctValuesBecomePlainTextAtTheSameRow(int threads) throws IOException {
    String rows =
        IntStream.range(0, 50_000).mapToObj(i -> i + ",k\n").collect(Collectors.joining());
    Path file = write("t.csv", utf8("a,b\n" + rows));
    Table table = CsvTable.open("t", file, CsvOptions.defaults().withBlockBytes(500));
    ScanSettings settings = ScanSettings.defaults().withThreads(threads);
    int coded = 0;
    int plain = 0;
    for (Batch batch : TestTables.batches(table, ScanRequest.of(List.of(0, 1)), settings)) {
      assertInstanceOf(DictionaryVector.class, batch.vector(1));
      if (batch.vector(0) instanceof StringVector text) {
        assertEquals(String.valueOf(coded + plain), text.textAt(0));
        plain += batch.rowCount();
      } else {
        assertEquals(0, plain);
        coded += batch.rowCount();
      }
    }
    assertEquals(50_000, coded + plain);
    assertTrue(coded >= DictionaryLimits.SAMPLE && coded < DictionaryLimits.SAMPLE + 200);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void theRealFileReadsAsByANaiveReader(int threads) throws IOException {
    Path file = Path.of("../shared/data/endpoint_processes.csv");
    Assumptions.assumeTrue(Files.isReadable(file), "no sample data beside the project");
    List<? extends List<?>> records = NaiveCsv.read(Files.readString(file));
    Table table = CsvTable.open("t", file, CsvOptions.defaults().withBlockBytes(10_000));
    List<Integer> columns = IntStream.range(1, table.schema().size()).boxed().toList();
    List<?> rows =
        rows(table, ScanRequest.of(columns), ScanSettings.defaults().withThreads(threads));
    assertEquals(1486, rows.size());
    assertEquals(
        records == null
            ? List.of()
            : records.stream().skip(1).map(record -> record.subList(1, record.size())).toList(),
        rows);
    assertEquals(List.of(), warnings(table, threads));
  }
}
