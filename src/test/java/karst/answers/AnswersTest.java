package karst.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import karst.Engine;
import karst.EngineBuilder;
import karst.script.Grid;
import karst.script.Results;
import karst.script.Script;
import karst.script.ScriptCase;
import karst.script.ScriptQuery.Section;
import karst.script.ScriptTable;
import karst.script.SectionKind;
import karst.table.Table;
import karst.table.Tables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Searches give the rows that SQL written by hand from their meaning gives on another engine. */
class AnswersTest {
  private static final Path FOLDER = Path.of("src/test/resources/answers");
  private static final Path PROCESSES = Path.of("queries/data/endpoint_processes.csv");
  private static final int AT_LEAST = 60;

  /** The same rows as a data model and as a plain table. */
  private static final List<Table> TABLES =
      List.of(Tables.csv("Endpoint.Processes", PROCESSES), Tables.csv("processes", PROCESSES));

  private static final AnswerDatabase DATABASE = new AnswerDatabase();

  @BeforeAll
  static void load() throws SQLException {
    DATABASE.csv("processes", PROCESSES);
  }

  @TestFactory
  Stream<DynamicTest> everySearchGivesTheRowsOfItsSql() throws IOException {
    return files().stream().flatMap(AnswersTest::tests);
  }

  @Test
  void thereAreEnough() throws IOException {
    int searches = 0;
    for (Path file : files()) {
      searches += Script.parse(Files.readString(file)).cases().size();
    }
    assertTrue(searches >= AT_LEAST, searches + " searches");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".test")).sorted().toList();
    }
  }

  private static Stream<DynamicTest> tests(Path file) {
    String name = FOLDER.relativize(file).toString();
    String text = read(file);
    Script script = Script.parse(text);
    DynamicTest fixedPoint =
        DynamicTest.dynamicTest(name + " › is formatted", () -> assertEquals(script.text(), text));
    Stream<DynamicTest> searches =
        script.cases().stream()
            .map(
                search ->
                    DynamicTest.dynamicTest(
                        name + " › " + search.query().title(),
                        URI.create(file.toUri() + "?line=" + search.query().line()),
                        () -> check(search)));
    return Stream.concat(Stream.of(fixedPoint), searches);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(ScriptCase search) throws SQLException {
    for (ScriptTable table : search.environment().tables().values()) {
      DATABASE.table(table);
    }
    Grid actual = Results.of(engine(search).prepare(search.query().spl()));
    for (Section section : search.query().sections()) {
      Grid expected = DATABASE.query(String.join("\n", section.lines()));
      assertEquals(lines(expected, section.kind()), lines(actual, section.kind()));
    }
  }

  private static Engine engine(ScriptCase search) {
    EngineBuilder engine = search.environment().engineInMemory();
    TABLES.forEach(engine::table);
    return engine.build();
  }

  private static String lines(Grid rows, SectionKind kind) {
    assertTrue(kind == SectionKind.SQL || kind == SectionKind.SQL_UNORDERED, kind.name());
    List<String> lines = kind == SectionKind.SQL ? rows.lines() : rows.sortedLines();
    return String.join("\n", lines);
  }
}
