package karst.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import karst.Engine;
import karst.Query;
import karst.script.Results;
import karst.source.SourceText;
import karst.table.Tables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The searches in {@code queries/} give the same rows on Spark, over CSV and over Parquet. */
class SparkQueriesTest {
  private static final Path FOLDER = Path.of("queries");
  private static final Path DATA = FOLDER.resolve("data/endpoint_processes.csv");
  private static final String PARQUET = "target/spark-tables/queries";
  private static final String TABLE = "Endpoint.Processes";

  @BeforeAll
  static void write() {
    LocalSpark.session()
        .read()
        .option("header", true)
        .option("multiLine", true)
        .option("lineSep", "\n")
        .option("escape", "\"")
        .csv(DATA.toString())
        .coalesce(1)
        .write()
        .mode("overwrite")
        .parquet(PARQUET);
  }

  @TestFactory
  Stream<DynamicTest> everyQueryGivesTheSameRows() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> queries = files.filter(file -> file.toString().endsWith(".spl")).sorted().toList();
      assertFalse(queries.isEmpty());
      return queries.stream()
          .flatMap(
              file ->
                  Stream.of("csv:" + DATA, "parquet:" + PARQUET)
                      .map(
                          location ->
                              DynamicTest.dynamicTest(
                                  file.getFileName() + " over " + location,
                                  () -> check(file, location))));
    }
  }

  private static void check(Path file, String location) throws IOException {
    SourceText search = SourceText.of(file.toString(), Files.readString(file));
    Engine here = Engine.builder().table(Tables.csv(TABLE, DATA)).build();
    SparkConnection connection = new SparkConnection(LocalSpark.session());
    connection.open(TABLE, location, Optional.empty());
    Query query = connection.configure(Engine.builder()).build().prepare(search);
    assertEquals(Results.of(here.prepare(search)).lines(), Results.of(query).lines());
  }
}
