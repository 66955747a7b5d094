package karst.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import karst.Engine;
import karst.Result;
import karst.table.MemoryTable;
import karst.table.Table;
import org.junit.jupiter.api.Test;

/** Optimised searches give the rows that the same searches give as they are written. */
class UnsimplifiedConditionsTest {
  private static final Table PROCESSES =
      MemoryTable.builder("Endpoint.Processes")
          .column("_time")
          .column("dest")
          .row(1, "a")
          .row(2, "b")
          .build();

  @Test
  void aTableMayLackColumnsThatAConditionAsksFor() {
    // The name is calculated from `process`, which is missing, too: so it is unknown.
    assertOptimizes(
        """
        | tstats count from datamodel=Endpoint.Processes
            where Processes.process_name=unknown by Processes.dest
        """,
        List.of("{Processes.dest=a, count=1.0}", "{Processes.dest=b, count=1.0}"));
  }

  @Test
  void branchesOfAChoiceMayDifferInType() {
    assertOptimizes(
        """
        | from Endpoint.Processes
        | where case(dest="a", "x", isnull(dest), dest, true(), 7)=7
        | rename dest as host
        | where host!="c"
        | table host
        """,
        List.of("{host=b}"));
  }

  private static void assertOptimizes(String spl, List<String> rows) {
    assertEquals(rows, rows(spl, false), "as written");
    assertEquals(rows, rows(spl, true), "optimised");
  }

  private static List<String> rows(String spl, boolean optimize) {
    List<String> rows = new ArrayList<>();
    Engine engine = Engine.builder().table(PROCESSES).optimize(optimize).build();
    try (Result result = engine.prepare(spl).run()) {
      result.forEach(row -> rows.add(row.toString()));
    }
    return rows;
  }
}
