package karst.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import karst.Engine;
import karst.Query;
import karst.Stage;
import karst.source.SourceText;
import karst.table.Tables;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The searches in {@code queries/} return the rows that were worked out for them by hand. */
class QueriesTest {
  private static final Path FOLDER = Path.of("queries");
  private static final String FOUNDING = "wermgr_process_spawned_cmd_or_powershell_process";
  private static final Path GOLDEN = Path.of("src/test/resources/golden", FOUNDING);

  @TestFactory
  Stream<DynamicTest> everyQueryReturnsWhatIsExpected() throws IOException {
    return names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> assertEquals(expected(name), actual(prepare(name, true)))));
  }

  @TestFactory
  Stream<DynamicTest> everyQueryReturnsTheSameWithoutTheOptimizer() throws IOException {
    return names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> assertEquals(expected(name), actual(prepare(name, false)))));
  }

  @TestFactory
  Stream<DynamicTest> everyStageOfEveryQueryIsExplained() throws IOException {
    return names().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> checkStages(prepare(name, true))));
  }

  @TestFactory
  Stream<DynamicTest> everyStageOfTheFoundingSearchIsExplainedAsBefore() {
    return Stream.of(Stage.values())
        .map(stage -> DynamicTest.dynamicTest(stage.label(), () -> checkGolden(stage)));
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".spl"))
              .map(file -> file.substring(0, file.length() - ".spl".length()))
              .sorted()
              .toList();
      assertFalse(names.isEmpty());
      return names;
    }
  }

  private static Query prepare(String name, boolean optimize) {
    Path data = FOLDER.resolve("data/endpoint_processes.csv");
    String file = name + ".spl";
    return Engine.builder()
        .table(Tables.csv("Endpoint.Processes", data))
        .optimize(optimize)
        .build()
        .prepare(SourceText.of(file, Acceptance.read(FOLDER.resolve(file))));
  }

  private static String expected(String name) throws IOException {
    Path file = FOLDER.resolve("expected").resolve(name + ".csv");
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      List<List<String>> records = reader.stream().map(CsvRecord::getFields).toList();
      return String.join("\n", grid(records).lines());
    }
  }

  private static String actual(Query query) {
    Grid rows = Results.of(query);
    List<List<String>> records = new ArrayList<>();
    records.add(rows.header());
    for (List<Cell> row : rows.rows()) {
      // As in the files: null is an empty cell, several values are lines of one.
      records.add(row.stream().map(cell -> String.join("\n", cell.values())).toList());
    }
    return String.join("\n", grid(records).lines());
  }

  private static Grid grid(List<List<String>> records) {
    List<List<Cell>> rows =
        records.stream().skip(1).map(row -> row.stream().map(Cell::of).toList()).toList();
    return new Grid(records.get(0), rows);
  }

  private static void checkStages(Query query) {
    for (Stage stage : Stage.values()) {
      assertFalse(query.explain(stage).isBlank(), stage.label());
    }
  }

  private static void checkGolden(Stage stage) {
    Path file = GOLDEN.resolve(stage.label() + ".txt");
    String actual = prepare(FOUNDING, true).explain(stage);
    if (Acceptance.isOn()) {
      Acceptance.write(file, actual);
    }
    assertEquals(Acceptance.read(file), actual);
  }
}
