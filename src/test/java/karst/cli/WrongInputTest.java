package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed for wrong inputs, to the letter. {@code @} stands for a folder of files. */
class WrongInputTest {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    write("hosts.csv", "host,port\nweb01,443\n");
    write("unclosed.csv", "host,port\nweb01,443\n\"db01,1\n");
    write("twice.csv", "host,port,host\n");
    write("nothing.csv", "");
    write("ok.spl", "| from T");
    write("empty.spl", "");
    write("mark.spl", "\uFEFF| from T | haed 1");
    write("zero.spl", "| from\0T");
    Files.write(folder.resolve("latin1.spl"), new byte[] {'|', ' ', (byte) 0xE9});
    write("broken.yml", "name: [\n");
    write("plain.csv.gz", "host\nweb01\n");
    Files.createDirectory(folder.resolve("sub"));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @ParameterizedTest(name = "karst {0}")
  @MethodSource({"usage", "files", "searches"})
  void isToldExactly(String command, int exit, String expected) {
    Outcome outcome = Outcome.of(words(command.replace("@", folder.toString())));
    String err = outcome.err().replace("\r\n", "\n").replace(folder.toString(), "@");
    assertEquals(new Outcome(exit, "", expected), new Outcome(outcome.exit(), outcome.out(), err));
  }

  /** Splits a command line as a shell does. */
  private static String[] words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group() : word.group(1))
        .toArray(String[]::new);
  }

  private static Arguments usage(String command, String message, String help) {
    return arguments(
        command, 2, "error: " + message + "\n = help: try `karst" + help + " --help`\n");
  }

  private static Arguments fault(String command, String... lines) {
    return arguments(command, 1, String.join("\n", lines) + "\n");
  }

  static Stream<Arguments> usage() {
    return Stream.of(
        usage(
            "",
            "expected a command: run, explain, sql, check, detect, test, init, summarize, shell or"
                + " help",
            ""),
        usage("rnu", "there is no command `rnu`; did you mean `run`?", ""),
        usage("ok.spl", "there is no command `ok.spl`", ""),
        usage("--verison", "there is no option `--verison`; did you mean `--version`?", ""),
        usage(
            "run", "missing required argument (specify one of these): (FILE... | -e=SPL)", " run"),
        usage("run @/ok.spl -e x", "expected a FILE or -e SPL, not both", " run"),
        usage("explain @/ok.spl more", "there is one argument too many: `more`", " explain"),
        usage(
            "run @/ok.spl --tabel T=x",
            "there is no option `--tabel`; did you mean `--table`?",
            " run"),
        usage(
            "run @/ok.spl --table",
            "missing required parameter for option '--table' (NAME=FILE)",
            " run"),
        usage(
            "run @/ok.spl --table T",
            "invalid value for option '--table' (NAME=FILE): expected NAME=FILE such as"
                + " Endpoint.Processes=processes.csv, not `T`",
            " run"),
        usage(
            "run @/ok.spl --table T=",
            "invalid value for option '--table' (NAME=FILE): expected NAME=FILE such as"
                + " Endpoint.Processes=processes.csv, not `T=`",
            " run"),
        usage(
            "run @/ok.spl --table T=a.csv --table T=b.csv",
            "option '--table' binds `T` twice; a table is one file",
            " run"),
        usage(
            "run @/ok.spl --format jsn",
            "invalid value for option '--format': expected table, csv, json, ndjson or parquet, not `jsn`;"
                + " did you mean `json`?",
            " run"),
        usage(
            "run @/ok.spl --timezone Europa/Berlin",
            "invalid value for option '--timezone': expected a time zone such as Europe/Berlin,"
                + " not `Europa/Berlin`; did you mean `Europe/Berlin`?",
            " run"),
        usage(
            "run @/ok.spl --threads 0",
            "invalid value for option '--threads': expected a whole number from 1, not `0`",
            " run"),
        usage(
            "run @/ok.spl --threads two",
            "invalid value for option '--threads': expected a whole number from 1, not `two`",
            " run"),
        usage(
            "run @/ok.spl --timeout soon",
            "invalid value for option '--timeout': expected a time such as 30s or 5m, not `soon`",
            " run"),
        usage(
            "run @/ok.spl --max-memory 0",
            "invalid value for option '--max-memory': expected a size such as 512m or 2g, not `0`",
            " run"),
        usage(
            "run @/ok.spl --earliest yesterday",
            "invalid value for option '--earliest': `yesterday` is no time: unknown time unit"
                + " `yesterday`; the units are s, m, h, d, w, mon, q and y",
            " run"),
        usage(
            "explain @/ok.spl --stage optimised",
            "invalid value for option '--stage': expected expanded, ast, bound, plan, optimized,"
                + " physical, sql:duckdb, sql:spark or sql:postgres, not `optimised`; did you mean"
                + " `optimized`?",
            " explain"),
        usage("help command stast", "there is no command `stast`; did you mean `stats`?", " help"),
        usage("help function lowr", "there is no function `lowr`; did you mean `lower`?", " help"),
        usage("help macro x", "expected `command` or `function`, not `macro`", " help"));
  }

  static Stream<Arguments> files() {
    return Stream.of(
        fault(
            "run @/ko.spl",
            "error[E0601]: cannot read `@/ko.spl`: no such file",
            "  = help: did you mean `ok.spl`?"),
        fault("run @/sub", "error[E0601]: cannot read `@/sub`: it is a folder"),
        fault(
            "run @/latin1.spl",
            "error[E0601]: cannot read `@/latin1.spl`: it is not a text in UTF-8"),
        fault("run @/zero.spl", "error[E0601]: cannot read `@/zero.spl`: it is not a text"),
        fault("run @/empty.spl", "error[E0601]: cannot read `@/empty.spl`: it is empty"),
        fault(
            "run @/mark.spl --table T=@/hosts.csv",
            "error[E0301]: there is no command `haed`",
            " --> @/mark.spl:1:12",
            "  |",
            "1 | | from T | haed 1",
            "  |            ^^^^",
            "  = help: did you mean `head`?"),
        fault(
            "run @/ok.spl --table T=@/host.csv",
            "error[E0601]: cannot read `@/host.csv`: no such file",
            "  = help: did you mean `hosts.csv`?"),
        fault(
            "run @/ok.spl --table T=@/sub",
            "error[E0601]: there are no files of Parquet data in `@/sub`"),
        fault(
            "run @/ok.spl --table T=@/nothing.csv",
            "error[E0601]: cannot read `@/nothing.csv`: it is empty, its first line must name the"
                + " columns"),
        fault(
            "run @/ok.spl --table T=@/twice.csv",
            "error[E0602]: line 1 of `@/twice.csv` names the column `host` twice (cells 1 and 3)"),
        fault(
            "run @/ok.spl --table T=@/unclosed.csv --format csv",
            "error[E0602]: a quote opens on line 3 of `@/unclosed.csv` and is not closed"),
        fault(
            "run @/ok.spl --table T=@/plain.csv.gz",
            "error[E0601]: cannot read `@/plain.csv.gz`: it is not in gzip format, as its name"
                + " says, or it is damaged"),
        fault(
            "run @/ok.spl --macros @/none",
            "error[E0601]: cannot read macros from @/none: no such file or folder"),
        fault(
            "run @/ok.spl --lookups @/none",
            "error[E0601]: the lookups folder @/none does not exist"),
        fault(
            "run @/ok.spl --table T=@/hosts.csv --output @/none/out.csv",
            "error[E0604]: cannot write to `@/none/out.csv`: no such folder"),
        fault(
            "run @/ok.spl --table T=@/hosts.csv --output @/sub",
            "error[E0604]: cannot write to `@/sub`: it is a folder"));
  }

  static Stream<Arguments> searches() {
    return Stream.of(
        fault(
            "run -e '| from Hosts' --table hosts=@/hosts.csv",
            "error[E0503]: there is no table `Hosts`",
            " --> <query>:1:8",
            "  |",
            "1 | | from Hosts",
            "  |        ^^^^^",
            "  = help: did you mean `hosts`?",
            "  = help: bind one: --table Hosts=FILE"),
        fault(
            "run -e '| from T | where lowr(host)=1' --table T=@/hosts.csv",
            "error[E0401]: there is no function `lowr`",
            " --> <query>:1:18",
            "  |",
            "1 | | from T | where lowr(host)=1",
            "  |                  ^^^^",
            "  = help: did you mean `lower`?"),
        fault(
            "run -e '| from T | where len(host, 2)>1' --table T=@/hosts.csv",
            "error[E0402]: `len` cannot take 2 arguments",
            " --> <query>:1:18",
            "  |",
            "1 | | from T | where len(host, 2)>1",
            "  |                  ^^^",
            "  = help: usage: len(text)"),
        fault(
            "run -e '| from T | `proces(1)`' --table T=@/hosts.csv",
            "error[E0201]: unknown macro `proces(1)`",
            " --> <query>:1:13",
            "  |",
            "1 | | from T | `proces(1)`",
            "  |             ^^^^^^"),
        fault(
            "run -e '| from T | head limt=5' --table T=@/hosts.csv",
            "error[E0303]: `head` has no option `limt`",
            " --> <query>:1:17",
            "  |",
            "1 | | from T | head limt=5",
            "  |                 ^^^^",
            "  = help: did you mean `limit`?"),
        fault(
            "run -e '| from T | where (port>1' --table T=@/hosts.csv",
            "error[E0101]: `(` is never closed",
            " --> <query>:1:18",
            "  |",
            "1 | | from T | where (port>1",
            "  |                  ^"),
        fault(
            "run -e '| from T | where match(host, \"[\")' --table T=@/hosts.csv",
            "error[E0403]: missing the closing bracket `]`",
            " --> <query>:1:30",
            "  |",
            "1 | | from T | where match(host, \"[\")",
            "  |                              ^^^"),
        fault(
            "run -e '| tstats count from datamodel=Endpoint.Proceses' --table T=@/hosts.csv",
            "error[E0502]: data model `Endpoint` has no dataset `Proceses`",
            " --> <query>:1:31",
            "  |",
            "1 | | tstats count from datamodel=Endpoint.Proceses",
            "  |                               ^^^^^^^^^^^^^^^^^",
            "  = help: did you mean `Processes`?"),
        fault(
            "run -e '| tstats count from datamodel=Endpoint.Processes' --table T=@/hosts.csv",
            "error[E0503]: no table is bound to the dataset `Endpoint.Processes`",
            " --> <query>:1:31",
            "  |",
            "1 | | tstats count from datamodel=Endpoint.Processes",
            "  |                               ^^^^^^^^^^^^^^^^^^",
            "  = help: bind one: --table Endpoint.Processes=FILE"),
        fault(
            "run -e '| tstats count from datamodel=Web by _time span=1q2' --table Web=@/hosts.csv",
            "error[E0404]: `1q2` is no time span",
            " --> <query>:1:44",
            "  |",
            "1 | | tstats count from datamodel=Web by _time span=1q2",
            "  |                                            ^^^^^^^^ expected `@` or the end of the"
                + " span",
            "  = help: a span is a number and a unit, such as 30s, 5m, 1h, 1d or 1mon"),
        fault(
            "run -e '| from T | head many' --table T=@/hosts.csv",
            "error[E0305]: `head` takes a count, or a condition in parentheses",
            " --> <query>:1:17",
            "  |",
            "1 | | from T | head many",
            "  |                 ^^^^",
            "  = help: write `head 5` or `head (x>5)`"),
        fault(
            "run -e '| from T | stats cuont' --table T=@/hosts.csv",
            "warning[W0305]: `cuont` without a field means `cuont(*)`",
            " --> <query>:1:18",
            "  |",
            "1 | | from T | stats cuont",
            "  |                  ^^^^^",
            "",
            "error[E0401]: there is no aggregation `cuont`",
            " --> <query>:1:18",
            "  |",
            "1 | | from T | stats cuont",
            "  |                  ^^^^^",
            "  = help: did you mean `count`?"),
        fault(
            "run -e '| from T | eval x=\"open' --table T=@/hosts.csv",
            "error[E0102]: the quote is never closed",
            " --> <query>:1:19",
            "  |",
            "1 | | from T | eval x=\"open",
            "  |                   ^"),
        fault(
            "run -e '| from T | head 1 |' --table T=@/hosts.csv",
            "error[E0101]: expected a command name, found the end of the search",
            " --> <query>:1:20",
            "  |",
            "1 | | from T | head 1 |",
            "  |                    ^"),
        fault(
            "run -e '| from T | walklex x' --table T=@/hosts.csv",
            "error[E0302]: `walklex` asks a Splunk server, and there is none here",
            " --> <query>:1:12",
            "  |",
            "1 | | from T | walklex x",
            "  |            ^^^^^^^",
            "  = help: put the answer into a CSV file and read that: | inputlookup FILE"));
  }
}
