package karst.example;

import java.nio.file.Path;
import karst.Engine;
import karst.Query;
import karst.Result;
import karst.Row;
import karst.source.SplException;
import karst.table.Tables;

/** Counts the shells that wermgr.exe started on each host. */
public final class ShellsByHost {
  private ShellsByHost() {}

  /** Prints a line a host. */
  public static void main(String[] arguments) {
    Engine engine =
        Engine.builder()
            .table(Tables.csv("Endpoint.Processes", Path.of("queries/data/endpoint_processes.csv")))
            .build();
    try {
      Query query =
          engine.prepare(
              """
              | tstats count values(Processes.process_name) as names
                  from datamodel=Endpoint.Processes
                  where Processes.parent_process_name=wermgr.exe
                        `process_cmd` OR `process_powershell`
                  by Processes.dest
              | `drop_dm_object_name(Processes)`
              """);
      try (Result result = query.run()) {
        for (Row row : result) {
          System.out.printf(
              "%s %.0f %s%n", row.text("dest"), row.number("count"), row.values("names"));
        }
      }
    } catch (SplException fault) {
      System.err.print(fault.render());
    }
  }
}
