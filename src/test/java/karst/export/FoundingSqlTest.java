package karst.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import karst.Engine;
import karst.SqlTarget;
import karst.source.SourceText;
import karst.table.Tables;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The founding search is written in every dialect as before; {@code -Dkarst.accept=true} writes the
 * files anew.
 */
class FoundingSqlTest {
  private static final String FOUNDING = "wermgr_process_spawned_cmd_or_powershell_process";
  private static final Path QUERY = Path.of("queries", FOUNDING + ".spl");
  private static final Path DATA = Path.of("queries/data/endpoint_processes.csv");
  private static final Path GOLDEN = Path.of("src/test/resources/golden", FOUNDING);

  @TestFactory
  Stream<DynamicTest> everyDialectWritesItAsBefore() {
    return SqlTarget.dialects().stream()
        .map(dialect -> DynamicTest.dynamicTest(dialect, () -> check(dialect)));
  }

  private static void check(String dialect) throws IOException {
    Path file = GOLDEN.resolve(dialect + ".sql");
    String sql =
        Engine.builder()
            .table(Tables.csv("Endpoint.Processes", DATA))
            .build()
            .prepare(SourceText.of(QUERY.toString(), Files.readString(QUERY)))
            .sql(SqlTarget.of(dialect).withTable("Endpoint.Processes", "security.processes"));
    if (Boolean.getBoolean("karst.accept")) {
      Files.writeString(file, sql);
    }
    assertEquals(Files.readString(file), sql);
  }
}
