package karst.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import karst.Engine;
import karst.Query;
import karst.SqlTarget;
import karst.export.DuckDbDatabase;
import karst.script.Cell;
import karst.script.Grid;
import karst.script.Results;
import karst.source.SourceText;
import karst.table.Tables;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The founding search gives the same rows here, on DuckDB and on Spark: over recorded processes and
 * rows made to be read in two ways. A larger file is taken from the property {@code
 * karst.processes}.
 */
class SparkFoundingSearchTest {
  private static final Path SEARCH =
      Path.of("queries/wermgr_process_spawned_cmd_or_powershell_process.spl");
  private static final Path RECORDED = Path.of("../shared/data/endpoint_processes.csv");
  private static final Path SMALL = Path.of("queries/data/endpoint_processes.csv");
  private static final String TABLE = "Endpoint.Processes";

  @TempDir private Path folder = Path.of(".");

  @Test
  void threeEnginesGiveTheSameRows() throws IOException, SQLException {
    Path file = folder.resolve("processes.csv");
    List<List<String>> records = records(Files.exists(RECORDED) ? RECORDED : SMALL);
    records.addAll(handMade(records.get(0)));
    try (CsvWriter writer = CsvWriter.builder().build(file)) {
      records.forEach(writer::writeRecord);
    }
    Grid expected = here(file);
    assertFalse(expected.rows().isEmpty());
    assertEquals(expected.lines(), onSpark("csv:" + file).lines());
    assertEquals(expected.lines(), onDuckDb(records).lines());
    assertEquals(expected.lines(), inPlainSql().lines());
  }

  @Test
  void aLargeFileGivesTheSameRows() throws IOException, SQLException {
    String file = System.getProperty("karst.processes");
    Assumptions.assumeTrue(file != null, "needs -Dkarst.processes=FILE.csv");
    Grid expected = here(Path.of(String.valueOf(file)));
    assertEquals(expected.lines(), onSpark("csv:" + file).lines());
    assertEquals(expected.lines(), inPlainSql().lines());
    DuckDbDatabase database = DuckDbDatabase.open();
    database.execute(
        "CREATE VIEW \"%s\" AS SELECT * FROM read_csv('%s', header = true, all_varchar = true)"
            .formatted(TABLE, file));
    assertEquals(
        expected.lines(), database.query(prepare(SMALL).sql(SqlTarget.of("duckdb"))).lines());
  }

  private static List<List<String>> records(Path file) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      return new ArrayList<>(reader.stream().map(CsvRecord::getFields).toList());
    }
  }

  /** Rows of letters in other cases, of missing fields, of wildcards and numbers in text. */
  private static List<List<String>> handMade(List<String> header) {
    List<Map<String, String>> changes =
        List.of(
            Map.of(),
            Map.of("parent_process_name", "WERMGR.EXE", "process_name", "PowerShell.exe"),
            Map.of("process_name", "cmd.exe ", "user", "not quite"),
            Map.of("process_name", "", "process", "cmd.exe /c \"echo a, b\"\r\nexit"),
            Map.of("process", "say \"powershell\"\nand 'cmd' \\ % _ *", "user", "007"),
            Map.of("dest", "", "user", ""),
            Map.of("user", "7", "process_id", "0x10"),
            Map.of("user", "7.0", "process_id", "1e3"),
            Map.of("user", "ſystem", "process_name", "powerſhell.exe"),
            Map.of("user", "İstanbul \uD83D\uDE00", "process_name", "CMD.EXE"));
    List<List<String>> rows = new ArrayList<>();
    for (Map<String, String> change : changes) {
      List<String> row = new ArrayList<>();
      for (String column : header) {
        String usual =
            switch (column) {
              case "_time" -> "1700000000.25";
              case "parent_process_name" -> "wermgr.exe";
              case "process_name" -> "cmd.exe";
              case "process" -> "cmd.exe /c whoami";
              default -> column + " 1";
            };
        row.add(change.getOrDefault(column, usual));
      }
      rows.add(row);
    }
    return rows;
  }

  private static Query prepare(Path file) throws IOException {
    SourceText search = SourceText.of(SEARCH.toString(), Files.readString(SEARCH));
    return Engine.builder().table(Tables.csv(TABLE, file)).build().prepare(search);
  }

  private static Grid here(Path file) throws IOException {
    return Results.of(prepare(file));
  }

  private static Grid onSpark(String location) throws IOException {
    SparkConnection connection = new SparkConnection(LocalSpark.session());
    connection.open(TABLE, location, Optional.empty());
    SourceText search = SourceText.of(SEARCH.toString(), Files.readString(SEARCH));
    return Results.of(connection.configure(Engine.builder()).build().prepare(search));
  }

  /** Runs the SQL that `karst sql` writes, over the view that is open. */
  private static Grid inPlainSql() throws IOException {
    return LocalSpark.query(prepare(SMALL).sql(SqlTarget.of("spark")));
  }

  private static Grid onDuckDb(List<List<String>> records) throws IOException, SQLException {
    DuckDbDatabase database = DuckDbDatabase.open();
    List<List<Cell>> rows =
        records.subList(1, records.size()).stream()
            .map(
                record ->
                    record.stream()
                        .map(text -> text.isEmpty() ? Cell.NULL : Cell.of(text))
                        .toList())
            .toList();
    database.table(TABLE, records.get(0), rows);
    return database.query(prepare(SMALL).sql(SqlTarget.of("duckdb")));
  }
}
