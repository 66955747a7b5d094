package karst.cli;

import java.util.List;
import java.util.concurrent.Callable;
import karst.Engine;
import karst.EngineBuilder;
import karst.Query;
import karst.SqlTarget;
import karst.content.EmptyTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code karst sql}: writes a search as SQL. */
@Command(
    name = "sql",
    description = "Writes a search as SQL that gives the same rows in a database.",
    sortOptions = false)
final class SqlCommand implements Callable<Integer> {
  private final Streams streams;

  @ArgGroup(multiplicity = "1")
  private QueryOptions query = new QueryOptions();

  @Option(
      names = "--dialect",
      required = true,
      paramLabel = "DIALECT",
      description = "The dialect of SQL, such as duckdb.")
  private SqlTarget target = SqlTarget.of("duckdb");

  @Option(
      names = "--table",
      paramLabel = "NAME=SQL.NAME",
      description =
          "Says what a table or dataset is called in the database, such as"
              + " Endpoint.Processes=db.processes; may be repeated.")
  private List<SqlTableName> names = List.of();

  @Option(
      names = "--columns",
      paramLabel = "NAME=FILE",
      description =
          "Takes the columns of a table from the header of a CSV file, where it is no dataset of a"
              + " data model or has other columns; may be repeated.")
  private List<TableBinding> columns = List.of();

  @Option(
      names = "--ordinal",
      paramLabel = "COLUMN",
      description =
          "Names a column that tells the order of the rows in each table, for searches that go by"
              + " it.")
  private @Nullable String ordinal;

  @Mixin private LibraryOptions libraries = new LibraryOptions();

  @Mixin private ClockOptions times = new ClockOptions();

  SqlCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Query prepared = engine().prepare(query.read());
    streams.print(prepared.sql(database()));
    streams.warn(prepared.warnings());
    return 0;
  }

  private Engine engine() {
    EngineBuilder builder = times.configure(Engine.builder());
    EmptyTables.of(builder.build().models()).forEach(builder::table);
    libraries.addTo(builder);
    columns.forEach(binding -> builder.table(binding.open()));
    return builder.build();
  }

  private SqlTarget database() {
    SqlTarget database = ordinal == null ? target : target.withOrdinal(ordinal);
    for (SqlTableName name : names) {
      database = database.withTable(name.table(), name.sqlName());
    }
    return database;
  }
}
