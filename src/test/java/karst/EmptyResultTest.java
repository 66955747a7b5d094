package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import karst.table.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmptyResultTest {
  private static final Engine ENGINE =
      Engine.builder()
          .table(
              Tables.memory(
                  "Endpoint.Processes",
                  List.of(
                      Map.of("dest", "a", "process_name", "cmd.exe"),
                      Map.of("dest", "b", "process_name", "cmd.exe"))))
          .table(Tables.memory("Web.Web", Map.of("url", List.of())))
          .build();
  private static final String ALL = "| tstats count from datamodel=Endpoint.Processes";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        " where Processes.dest=c by Processes.dest ~ no row satisfies `Processes.dest=c`",
        " where Processes.dest=a Processes.process_name=x.exe by Processes.dest"
            + " ~ none of the rows that are left satisfies `Processes.process_name=x.exe`",
        " by Processes.dest Processes.process_guid"
            + " ~ no row has a value in `Processes.process_guid`, by which they are grouped",
        " by Processes.dest | where count>0 AND count>5"
            + " ~ none of the rows that are left satisfies `count > 5`",
        " by Processes.dest | search count=1 count=2"
            + " ~ none of the rows that are left satisfies `count=2`",
        " by Processes.dest | search count=1 | head 0 ~ no row is left after `head limit=0 null=false keeplast=false`",
        " by Processes.dest ~ ''"
      })
  void theFirstConditionWithoutRowsIsTold(String rest, String reason) {
    assertEquals(reason, ENGINE.prepare(ALL + " " + rest).whyEmpty());
  }

  @Test
  void aTableWithoutRowsIsTold() {
    assertEquals(
        "there are no rows to begin with in `FROM datamodel=Web`",
        ENGINE.prepare("| tstats count from datamodel=Web by Web.url").whyEmpty());
  }
}
