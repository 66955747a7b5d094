package karst.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import karst.Engine;
import karst.Query;
import karst.SqlTarget;
import karst.Stage;
import karst.script.Environment;
import karst.script.Grid;
import karst.script.Results;
import karst.script.Script;
import karst.script.ScriptCase;
import karst.script.SectionKind;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every query of a script that gives rows gives the same rows on Spark. */
class SparkScriptsTest {
  private static final Path FOLDER = Path.of("src/test/resources/script");
  private static final AtomicInteger QUERIES = new AtomicInteger();
  private static final AtomicInteger WHOLE = new AtomicInteger();
  private static final AtomicInteger EXPORTED = new AtomicInteger();

  @TestFactory
  Stream<DynamicTest> everyQueryGivesTheSameRows() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      String only = System.getProperty("karst.scripts", "");
      List<Path> scripts =
          files
              .filter(file -> file.toString().endsWith(".test") && file.toString().contains(only))
              .sorted()
              .toList();
      return scripts.stream().flatMap(SparkScriptsTest::tests);
    }
  }

  @AfterAll
  static void fewQueriesAreLeft() {
    String counts =
        "%d queries, %d of them run on Spark as a whole, %d as plain SQL"
            .formatted(QUERIES.get(), WHOLE.get(), EXPORTED.get());
    System.out.println(counts);
    assertTrue(QUERIES.get() > 0, counts);
  }

  private static Stream<DynamicTest> tests(Path file) {
    String name = FOLDER.relativize(file).toString();
    try {
      return Script.parse(Files.readString(file)).cases().stream()
          .filter(SparkScriptsTest::isOfRows)
          .map(
              script ->
                  DynamicTest.dynamicTest(
                      name + " › " + script.query().title(), () -> check(script)));
    } catch (IOException fault) {
      throw new java.io.UncheckedIOException(fault);
    }
  }

  private static boolean isOfRows(ScriptCase script) {
    return kind(script) != null && !script.environment().tables().isEmpty();
  }

  private static @Nullable SectionKind kind(ScriptCase script) {
    return script.query().sections().stream()
        .map(section -> section.kind())
        .filter(kind -> kind == SectionKind.ROWS || kind == SectionKind.ROWS_UNORDERED)
        .findFirst()
        .orElse(null);
  }

  private static void check(ScriptCase script) {
    Environment environment = script.environment();
    String spl = script.query().spl();
    SectionKind kind = kind(script);
    String expected =
        comparable(Results.of(environment.engineInMemory().build().prepare(spl)), kind);
    Engine engine = LocalSpark.engine(environment);
    Query query = engine.prepare(spl);
    String plan = query.explain(Stage.PHYSICAL);
    QUERIES.incrementAndGet();
    if (plan.startsWith("Scan(table=[spark]") && plan.lines().count() == 1) {
      WHOLE.incrementAndGet();
    }
    assertEquals(expected, comparable(Results.of(query), kind), () -> sql(query));
    String sql = plainSql(query);
    if (sql != null) {
      EXPORTED.incrementAndGet();
      assertEquals(expected, comparable(LocalSpark.query(sql), kind), sql);
    }
  }

  private static String sql(Query query) {
    return query.explain(Stage.PHYSICAL);
  }

  private static @Nullable String plainSql(Query query) {
    try {
      return query.sql(SqlTarget.of("spark").withOrdinal(SourceView.ORDINAL));
    } catch (SplException refused) {
      if (refused.diagnostics().get(0).code() != DiagnosticCode.NOT_EXPORTABLE) {
        throw refused;
      }
      return null;
    }
  }

  private static String comparable(Grid rows, @Nullable SectionKind kind) {
    return String.join("\n", kind == SectionKind.ROWS ? rows.lines() : rows.sortedLines());
  }
}
