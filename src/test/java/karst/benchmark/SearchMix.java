package karst.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Many different searches like those for process starts that detections make, the same ones in
 * every run: one to four programs, often by their original names too, often below some parents,
 * mostly with one to three parts of the command line.
 */
final class SearchMix {
  private static final List<String> PROGRAMS =
      List.of(
          "svchost.exe",
          "powershell.exe",
          "cmd.exe",
          "conhost.exe",
          "taskhostw.exe",
          "wmiprvse.exe",
          "git.exe",
          "rundll32.exe",
          "msiexec.exe",
          "certutil.exe",
          "wmic.exe",
          "dllhost.exe",
          "winword.exe",
          "excel.exe",
          "outlook.exe",
          "net.exe",
          "net1.exe",
          "reg.exe",
          "sc.exe",
          "schtasks.exe",
          "ipconfig.exe",
          "ping.exe",
          "whoami.exe",
          "tasklist.exe",
          "pwsh.exe",
          "mmc.exe",
          "control.exe",
          "regsvr32.exe",
          "icacls.exe",
          "bitsadmin.exe",
          "curl.exe",
          "nltest.exe",
          "wbadmin.exe",
          "vssadmin.exe",
          "mshta.exe",
          "wscript.exe",
          "cscript.exe",
          "7z.exe",
          "procdump.exe",
          "psexec.exe",
          "mimikatz.exe",
          "adfind.exe",
          "rclone.exe",
          "bcdedit.exe",
          "fodhelper.exe",
          "installutil.exe");

  private static final List<String> PARENTS =
      List.of(
          "cmd.exe",
          "svchost.exe",
          "services.exe",
          "explorer.exe",
          "powershell.exe",
          "winword.exe",
          "outlook.exe",
          "wmiprvse.exe",
          "w3wp.exe",
          "java.exe",
          "mshta.exe");

  private static final List<String> PARTS =
      List.of(
          "-enc",
          "downloadstring",
          "frombase64",
          "http://",
          "https://pastebin",
          " /create ",
          " delete ",
          " -urlcache ",
          "shadowcopy",
          "\\temp\\",
          "\\appdata\\",
          "\\users\\public\\",
          "lsass",
          "minidump",
          "sekurlsa",
          "process call create",
          " /node:",
          "comsvcs",
          "javascript:",
          "vbscript",
          " add hklm",
          "\\currentversion\\run",
          "/domain",
          "domain_trusts",
          "adduser",
          "localgroup",
          " -ma ",
          "invoke-",
          "bypass",
          "hidden",
          "-nop",
          "\\\\localhost",
          "\\programdata\\",
          "public\\run.ps1",
          "comsvcs.dll",
          ".hta",
          "transfer",
          "/grant",
          "stop-service",
          "delete shadows /quiet");

  private SearchMix() {}

  /**
   * A search in both languages.
   *
   * @param spl for Karst
   * @param sql for DuckDB, with {@code LOW(column)} for a column in lower case
   */
  record Search(String spl, String sql) {}

  /** Returns a number of searches. */
  static List<Search> of(int count) {
    Random random = new Random(1);
    List<Search> searches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      searches.add(search(random));
    }
    return searches;
  }

  private static Search search(Random random) {
    List<String> spl = new ArrayList<>();
    List<String> sql = new ArrayList<>();
    Set<String> names = some(PROGRAMS, 1 + random.nextInt(4), random);
    String in = "Processes.process_name IN (" + String.join(", ", names) + ")";
    if (random.nextInt(10) < 7) {
      spl.add("(" + in + " OR Processes.original_file_name IN (" + String.join(", ", names) + "))");
      sql.add("(" + low("process_name", names) + " OR " + low("original_file_name", names) + ")");
    } else {
      spl.add(in);
      sql.add(low("process_name", names));
    }
    if (random.nextInt(100) < 35) {
      Set<String> parents = some(PARENTS, 1 + random.nextInt(3), random);
      spl.add("Processes.parent_process_name IN (" + String.join(", ", parents) + ")");
      sql.add(low("parent_process_name", parents));
    }
    if (random.nextInt(100) < 95) {
      for (String part : some(PARTS, 1 + random.nextInt(3), random)) {
        spl.add("Processes.process=\"*" + part.replace("\\", "\\\\") + "*\"");
        sql.add(like(part));
      }
    }
    return new Search(
        """
        | tstats count min(_time) as firstTime max(_time) as lastTime
            from datamodel=Endpoint.Processes where %s
            by Processes.dest Processes.user Processes.parent_process_name
               Processes.process_name Processes.process
        """
            .formatted(String.join(" ", spl)),
        """
        SELECT dest, "user", coalesce(parent_process_name, 'unknown'), process_name, process,
          count(*), min(_time), max(_time)
        FROM t WHERE %s
        GROUP BY ALL
        """
            .formatted(String.join(" AND ", sql)));
  }

  private static String low(String column, Set<String> names) {
    return names.stream()
        .map(name -> "'" + name + "'")
        .collect(Collectors.joining(", ", "LOW(" + column + ") IN (", ")"));
  }

  /** The escape is a character that no part has. */
  private static String like(String part) {
    return "process ILIKE '%" + part.replace("_", "~_") + "%' ESCAPE '~'";
  }

  private static Set<String> some(List<String> all, int count, Random random) {
    Set<String> chosen = new LinkedHashSet<>();
    while (chosen.size() < count) {
      chosen.add(all.get(random.nextInt(all.size())));
    }
    return chosen;
  }
}
