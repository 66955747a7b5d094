package karst.plan.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import karst.Engine;
import karst.Result;
import karst.table.Tables;
import org.junit.jupiter.api.Test;

class FilledGroupKeysTest {
  private static final Engine ENGINE =
      Engine.builder()
          .table(
              Tables.memory(
                  "Endpoint.Processes",
                  List.of(
                      Map.of("process_hash", List.of("x", "y")),
                      Map.of("process_hash", "x"),
                      Map.of("dest", "d"))))
          .build();

  /** Spl-semantics §5: a group for each value, with fillnull_value as without. */
  @Test
  void aKeyOfSeveralValuesIsSpreadThoughNullsAreFilled() {
    String tail = "count from datamodel=Endpoint.Processes by Processes.process_hash";
    assertEquals(List.of("x=2", "y=1"), groups("| tstats " + tail));
    assertEquals(List.of("null=1", "x=2", "y=1"), groups("| tstats fillnull_value=null " + tail));
  }

  private static List<String> groups(String spl) {
    List<String> groups = new ArrayList<>();
    try (Result result = ENGINE.prepare(spl).run()) {
      result.forEach(
          row -> groups.add(row.text("Processes.process_hash") + "=" + row.text("count")));
    }
    return groups;
  }
}
