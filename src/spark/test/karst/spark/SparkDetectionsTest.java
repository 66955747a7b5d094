package karst.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import karst.Engine;
import karst.EngineBuilder;
import karst.Query;
import karst.SqlTarget;
import karst.Stage;
import karst.content.ContentFolder;
import karst.content.Detection;
import karst.content.EmptyTables;
import karst.model.DataModels;
import karst.script.Cell;
import karst.script.Grid;
import karst.script.Results;
import karst.script.ScriptTable;
import karst.source.SplException;
import karst.table.Table;
import karst.table.event.EventInput;
import karst.type.SplType;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Published detections over recorded events, as tables of data models, here and on Spark. */
class SparkDetectionsTest {
  private static final Path CONTENT = Path.of("../shared/escu");
  private static final Path EVENTS = Path.of("../shared/data/windows_events.jsonl.gz");

  /** The most of those that begin with tstats that may differ, or not run on Spark at all. */
  private static final double LEAST_SHARE = 0.95;

  @Test
  void detectionsOverDataModelsFindTheSame() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CONTENT) && Files.exists(EVENTS), "needs ../shared");
    ContentFolder content = ContentFolder.read(CONTENT);
    List<ScriptTable> tables = tables(content.models());
    Engine here = here(content, tables);
    Engine spark = spark(content, tables);
    Map<String, Integer> outcomes = new TreeMap<>();
    List<String> notes = new ArrayList<>();
    int all = 0;
    int equal = 0;
    for (Detection detection : content.detections()) {
      if (!detection.search().expanded().contains("tstats")) {
        continue;
      }
      Query query;
      try {
        query = here.prepare(detection.search());
      } catch (SplException unsupported) {
        outcomes.merge("no search of Karst's", 1, Integer::sum);
        continue;
      }
      all++;
      Grid expected = rows(query);
      if (expected == null) {
        outcomes.merge("fails here, too", 1, Integer::sum);
        all--;
        continue;
      }
      outcomes.merge(
          expected.rows().isEmpty() ? "without findings" : "with findings", 1, Integer::sum);
      String fault = difference(spark, detection, expected, outcomes);
      if (fault.isEmpty()) {
        equal++;
      } else {
        notes.add(detection.file() + ": " + fault);
      }
    }
    String report =
        "%d detections, %d equal, %s\n%s".formatted(all, equal, outcomes, String.join("\n", notes));
    Files.writeString(Path.of("target/spark-detections.txt"), report);
    System.out.println(report);
    assertTrue(equal >= LEAST_SHARE * all, report);
  }

  private static String difference(
      Engine spark, Detection detection, Grid expected, Map<String, Integer> outcomes) {
    try {
      Query query = spark.prepare(detection.search());
      String plan = query.explain(Stage.PHYSICAL);
      boolean whole = plan.startsWith("Scan(table=[spark]") && plan.lines().count() == 1;
      outcomes.merge(whole ? "whole on spark" : "partly on spark", 1, Integer::sum);
      Grid actual = Results.of(query);
      if (!expected.lines().equals(actual.lines())) {
        return "other rows\n"
            + String.join("\n", expected.lines())
            + "\n"
            + String.join("\n", actual.lines())
            + "\n"
            + plan;
      }
      String sql = plainSql(query);
      if (sql != null) {
        outcomes.merge("as plain SQL", 1, Integer::sum);
        Grid plain = LocalSpark.query(sql);
        if (!expected.lines().equals(plain.lines())) {
          return "other rows in plain SQL\n" + sql;
        }
      }
      return "";
    } catch (RuntimeException fault) {
      return String.valueOf(fault.getMessage());
    }
  }

  private static @Nullable String plainSql(Query query) {
    try {
      return query.sql(SqlTarget.of("spark").withOrdinal(SourceView.ORDINAL));
    } catch (SplException refused) {
      return null;
    }
  }

  private static @Nullable Grid rows(Query query) {
    try {
      return Results.of(query);
    } catch (SplException fault) {
      return null;
    }
  }

  private static Engine here(ContentFolder content, List<ScriptTable> tables) {
    EngineBuilder builder = builder(content);
    tables.forEach(table -> builder.table(table.inMemory()));
    return builder.build();
  }

  private static Engine spark(ContentFolder content, List<ScriptTable> tables) {
    SparkConnection connection = new SparkConnection(LocalSpark.session());
    for (ScriptTable table : tables) {
      String file = "target/spark-tables/" + table.name();
      LocalSpark.rows(table).coalesce(1).write().mode("overwrite").parquet(file);
      Dataset<Row> rows = LocalSpark.session().read().parquet(file);
      connection.open(table.name(), rows, Optional.of(functions.col(SourceView.ORDINAL)));
    }
    return connection.configure(builder(content)).build();
  }

  private static EngineBuilder builder(ContentFolder content) {
    return content
        .addTo(Engine.builder())
        .clock(Clock.fixed(Instant.parse("2023-08-01T00:00:00Z"), ZoneOffset.UTC))
        .noEvents();
  }

  /** Returns the rows of the datasets that events are mapped to, and all others without rows. */
  private static List<ScriptTable> tables(DataModels models) {
    Engine events = Engine.builder().events(EventInput.of(EVENTS.toString())).build();
    Map<String, ScriptTable> tables = new LinkedHashMap<>();
    for (Table empty : EmptyTables.of(models)) {
      tables.put(empty.name(), table(empty.name(), empty.schema().names(), List.of()));
    }
    for (String name : events.tables()) {
      if (tables.containsKey(name)) {
        Grid rows = Results.of(events.prepare("| from " + name));
        List<List<Cell>> cells = new ArrayList<>();
        rows.rows().forEach(cells::add);
        tables.put(name, table(name, rows.header(), cells));
      }
    }
    assertEquals(false, tables.isEmpty());
    return List.copyOf(tables.values());
  }

  private static ScriptTable table(String name, List<String> header, List<List<Cell>> rows) {
    List<ScriptTable.Column> columns = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      int column = i;
      boolean several = rows.stream().anyMatch(row -> row.get(column).values().size() > 1);
      SplType type = several ? SplType.multivalue(SplType.STRING) : SplType.STRING;
      boolean time = header.get(i).equals(Table.TIME_FIELD);
      columns.add(new ScriptTable.Column(header.get(i), header.get(i), time ? SplType.TIME : type));
    }
    return new ScriptTable(name, columns, rows);
  }
}
