package karst.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import karst.Engine;
import karst.Query;
import karst.SqlTarget;
import karst.script.Cell;
import karst.script.Results;
import karst.source.DiagnosticCode;
import karst.source.SourceText;
import karst.source.SplException;
import karst.table.Tables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The searches in {@code queries/} give the same rows on a database as on the embedded engine. */
class ExportedQueriesTest {
  private static final Path FOLDER = Path.of("queries");
  private static final Path DATA = FOLDER.resolve("data/endpoint_processes.csv");
  private static final String TABLE = "Endpoint.Processes";

  /** Those that a database cannot say. */
  private static final Map<String, Set<String>> ALL_REFUSED =
      Map.of(
          "duckdb",
          Set.of("hexadecimal_process_ids.spl"),
          "postgres",
          Set.of(
              "hexadecimal_process_ids.spl",
              "services_outside_system_folders.spl",
              "shells_at_night.spl",
              "system_tools_fetching_urls.spl"));

  private static final SqlDatabase DATABASE = SqlDatabase.chosen();

  private static final Set<String> REFUSED =
      Objects.requireNonNull(ALL_REFUSED.get(DATABASE.dialect()));

  @BeforeAll
  static void load() throws IOException, SQLException {
    List<List<Cell>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(DATA)) {
      reader.forEach(
          row ->
              rows.add(
                  row.getFields().stream()
                      .map(text -> text.isEmpty() ? Cell.NULL : Cell.of(text))
                      .toList()));
    }
    List<String> names = rows.remove(0).stream().map(name -> name.values().get(0)).toList();
    DATABASE.table(TABLE, names, rows);
  }

  @TestFactory
  Stream<DynamicTest> everyQueryThatExportsGivesTheSameRows() throws IOException {
    return names().stream()
        .filter(name -> !REFUSED.contains(name))
        .map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
  }

  @Test
  void theOthersAreThoseThatAreKnown() throws IOException {
    Set<String> refused = new TreeSet<>();
    for (String name : names()) {
      try {
        sql(prepare(name));
      } catch (SplException fault) {
        assertEquals(DiagnosticCode.NOT_EXPORTABLE, fault.diagnostics().get(0).code());
        refused.add(name);
      }
    }
    assertEquals(REFUSED, refused);
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".spl"))
              .sorted()
              .toList();
      assertFalse(names.isEmpty());
      return names;
    }
  }

  private static void check(String name) throws IOException, SQLException {
    Query query = prepare(name);
    assertEquals(Results.of(query), DATABASE.query(sql(query)));
  }

  private static String sql(Query query) {
    return query.sql(SqlTarget.of(DATABASE.dialect()).withOrdinal(SqlDatabase.ORDINAL));
  }

  private static Query prepare(String name) throws IOException {
    return Engine.builder()
        .table(Tables.csv(TABLE, DATA))
        .build()
        .prepare(SourceText.of(name, Files.readString(FOLDER.resolve(name))));
  }
}
