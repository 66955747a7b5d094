package karst.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A search and the SQL that a careful author would write for the same answer. */
enum Case {
  /** The search that Karst was made to run first: very few rows pass. */
  FOUNDING(
      "",
      """
      SELECT parent_process_name, coalesce(original_file_name, 'unknown'), parent_process_id,
        process_name, process, process_id, coalesce(process_guid, 'null'), dest, "user",
        process, TIME(min(_time)), TIME(max(_time))
      FROM t
      WHERE LOW(parent_process_name) = 'wermgr.exe'
        AND (LOW(process_name) IN ('cmd.exe', 'pwsh.exe', 'sqlps.exe', 'sqltoolsps.exe',
            'powershell.exe', 'powershell_ise.exe')
          OR LOW(original_file_name) IN ('cmd.exe', 'pwsh.dll', 'powershell.exe',
            'powershell_ise.exe'))
      GROUP BY ALL
      """),
  /** A pattern on a column with very many values. */
  ENCODED(
      """
      | tstats count min(_time) as first max(_time) as last from datamodel=Endpoint.Processes
          where Processes.process="*-enc*" Processes.process_name=powershell.exe
          by Processes.dest Processes.user Processes.process
      """,
      """
      SELECT dest, "user", process, count(*), min(_time), max(_time)
      FROM t
      WHERE process ILIKE '%-enc%' AND LOW(process_name) = 'powershell.exe'
      GROUP BY ALL
      """),
  /** A regular expression on a column with very many values. */
  REGEX(
      """
      | from datamodel:Endpoint.Processes
      | where match(process,
          "(?i)(downloadstring|invoke-webrequest|frombase64string|https?://[^ ]+\\.(ps1|exe))")
      | stats count by dest, user, process_name
      """,
      """
      SELECT dest, "user", process_name, count(*)
      FROM t
      WHERE regexp_matches(process,
        '(?i)(downloadstring|invoke-webrequest|frombase64string|https?://[^ ]+\\.(ps1|exe))')
      GROUP BY ALL
      """),
  /** Groups of every row by three columns; most groups are small. */
  WIDE(
      """
      | tstats count dc(Processes.process) as commands min(_time) as first max(_time) as last
          from datamodel=Endpoint.Processes
          by Processes.parent_process_name Processes.process_name Processes.dest
      | where count<3
      """,
      """
      SELECT parent_process_name, process_name, dest, count(*), count(DISTINCT process),
        min(_time), max(_time)
      FROM t
      GROUP BY parent_process_name, process_name, dest
      HAVING count(*) < 3
      """),
  /** Counts by hour. */
  SPAN(
      """
      | tstats count from datamodel=Endpoint.Processes by _time span=1h Processes.process_name
      """,
      """
      SELECT floor(_time / 3600) * 3600 AS hour, process_name, count(*)
      FROM t
      GROUP BY ALL
      """);

  private static final Path FOUNDING_SEARCH =
      Path.of("queries/wermgr_process_spawned_cmd_or_powershell_process.spl");

  private final String spl;
  private final String sql;

  Case(String spl, String sql) {
    this.spl = spl;
    this.sql = sql;
  }

  /** Returns the search. */
  String spl() throws IOException {
    return this == FOUNDING ? SearchFile.read(FOUNDING_SEARCH).spl() : spl;
  }

  /** Returns the query; a tuned table has a column in lower case for some columns. */
  String sql(Storage storage) {
    return sql(sql, storage);
  }

  /** Returns a query for a storage. */
  static String sql(String query, Storage storage) {
    return query
        .replaceAll(
            "TIME\\((.*?\\))\\)",
            "strftime(make_timestamp(floor($1)::BIGINT * 1000000), '%Y-%m-%dT%H:%M:%S')")
        .replaceAll("LOW\\((\\w+)\\)", storage == Storage.TUNED ? "low_$1" : "lower($1)");
  }

  /** Returns the storages for which the case says something. */
  Set<Storage> storages() {
    return this == REGEX ? EnumSet.of(Storage.CSV, Storage.LOADED) : EnumSet.allOf(Storage.class);
  }

  /** Returns the name in reports. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
