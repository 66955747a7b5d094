package karst.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import karst.Engine;
import karst.Query;
import karst.Result;
import karst.Stage;
import karst.table.Table;
import karst.table.Tables;
import org.junit.jupiter.api.Test;

/** Each rule where it must fire, and where it must not. */
class OptimizerTest {
  private static final Engine ENGINE =
      Engine.builder()
          .table(
              Tables.memory(
                  "web", List.of(Map.of("_time", 1, "host", "a", "status", "200", "user", "x"))))
          .table(
              Tables.memory(
                  "Endpoint.Processes",
                  List.of(Map.of("_time", 1, "dest", "a", "user", "u", "process_name", "cmd.exe"))))
          .table(Tables.memory("Endpoint.Ports", List.of(Map.of("_time", 1, "dest_port", "22"))))
          .build();

  private static String optimized(String spl) {
    return ENGINE.prepare(spl).explain(Stage.OPTIMIZED);
  }

  @Test
  void aFilterMovesIntoTheScan() {
    assertEquals(
        """
        SplTableScan(table=[[web]], columns=[[host, status]], predicate=[status > 200])
        """
            .replace("[host, status]", "[_time, host, status, user]"),
        sorted(optimized("| from web | where status>200")));
  }

  @Test
  void aFilterOverComputedColumnsMovesBelowThem() {
    String plan = optimized("| from web | eval big=status*2 | where big>200 | table big");
    assertTrue(plan.contains("predicate=[(status * 2) > 200]"), plan);
  }

  @Test
  void aFilterOverARandomColumnStaysAbove() {
    String plan = optimized("| from web | eval r=random() | where r>5 | table r");
    assertFalse(plan.contains("predicate"), plan);
    // Its condition asks the column, not for another random number.
    assertFalse(
        plan.lines().anyMatch(line -> line.contains("Filter") && line.contains("random")), plan);
  }

  @Test
  void whatADataModelCalculatesIsAlwaysThere() {
    String plan =
        optimized(
            "| tstats count from datamodel=Endpoint.Processes by Processes.dest Processes.user"
                + " Processes.process_name");
    assertFalse(plan.contains("predicate"), plan);
  }

  @Test
  void whatALoadedTableHasInEveryRowIsNotCalculated() {
    String spl =
        "| tstats count from datamodel=Endpoint.Processes where Processes.user=u by Processes.dest";
    assertFalse(overLoaded(Map.of("dest", "a", "user", "u"), spl).contains("unknown"));
    assertTrue(overLoaded(Map.of("dest", "", "user", "u"), spl).contains("unknown"));
  }

  private static String overLoaded(Map<String, String> row, String spl) {
    Table table = Tables.load(Tables.memory("Endpoint.Processes", List.of(row)), 1);
    return Engine.builder().table(table).build().prepare(spl).explain(Stage.OPTIMIZED);
  }

  @Test
  void aBucketIsThereWhereItsTimeIs() {
    String plan = optimized("| tstats count from datamodel=Endpoint.Ports by _time span=1h");
    assertTrue(plan.contains("predicate=[isnotnull(_time)]"), plan);
  }

  @Test
  void whatMayBeMissingIsAskedFor() {
    String plan =
        optimized("| from web | eval x=if(user=\"\", \"none\", user) | where isnotnull(x)");
    assertTrue(plan.contains("predicate=[isnotnull("), plan);
  }

  @Test
  void aScanReadsOnlyTheColumnsThatAreUsed() {
    String plan = optimized("| from web | table host");
    assertTrue(plan.contains("columns=[[host]]"), plan);
  }

  @Test
  void theColumnsOfAPredicateNeedNotBeRead() {
    String plan = optimized("| from web | where status=200 | table host");
    assertTrue(plan.contains("columns=[[host]], predicate=[status == 200]"), plan);
  }

  @Test
  void theFirstRowsOfASortAreATopN() {
    String plan = optimized("| from web | sort 0 host | head 3 | table host");
    assertTrue(plan.contains("limit=[3]"), plan);
    assertFalse(plan.contains("LogicalSort"), plan);
  }

  @Test
  void aFilterDoesNotPassASortThatKeepsSomeRows() {
    String plan = optimized("| from web | sort 5 host | where status=200 | table host, status");
    assertTrue(plan.indexOf("LogicalFilter") < plan.indexOf("SplSort"), plan);
    assertTrue(plan.contains("LogicalFilter"), plan);
  }

  @Test
  void aDefaultOfADataModelDoesNotHideTheColumn() {
    String plan =
        optimized(
            "| tstats count from datamodel=Endpoint.Processes where Processes.user=bob"
                + " by Processes.dest");
    assertTrue(plan.contains("predicate=[user = \"bob\"]"), plan);
  }

  @Test
  void aComparisonThatTheDefaultSatisfiesKeepsTheDefault() {
    String plan =
        optimized(
            "| tstats count from datamodel=Endpoint.Processes where Processes.user=unk*"
                + " by Processes.dest");
    assertTrue(
        plan.contains("predicate=[case(isnull(user) OR user == \"\", true, user = \"unk*\")"),
        plan);
  }

  @Test
  void aComparisonThatTheEmptyTextSatisfiesKeepsTheChoice() {
    String plan =
        optimized(
            "| tstats count from datamodel=Endpoint.Processes where Processes.user!=unknown"
                + " by Processes.dest");
    assertTrue(
        plan.contains("predicate=[case(isnull(user) OR user == \"\", false, user != \"unknown\")"),
        plan);
  }

  @Test
  void aDefaultMayBeANumber() {
    Query query =
        ENGINE.prepare(
            "| tstats count from datamodel=Endpoint.Ports where Ports.dest_port>5 by"
                + " Ports.dest_port");
    try (Result result = query.run()) {
      assertEquals("22", result.iterator().next().text("Ports.dest_port"));
    }
  }

  /** Columns of a table in memory come in any order. */
  private static String sorted(String plan) {
    int from = plan.indexOf("columns=[[") + "columns=[[".length();
    int to = plan.indexOf("]]", from);
    String columns =
        String.join(", ", List.of(plan.substring(from, to).split(", ")).stream().sorted().toList());
    return plan.substring(0, from) + columns + plan.substring(to);
  }
}
