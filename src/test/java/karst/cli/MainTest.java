package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import karst.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private static final String FOUNDING = "wermgr_process_spawned_cmd_or_powershell_process";
  private static final String SEARCH = "queries/" + FOUNDING + ".spl";
  private static final String SAMPLE = "Endpoint.Processes=queries/data/endpoint_processes.csv";

  @TempDir Path folder;
  private String hosts = "";

  @BeforeEach
  void writeTable() throws IOException {
    Path file = folder.resolve("hosts.csv");
    Files.writeString(file, "host,port,tags\nweb01,443,\"a b\"\ndb01,,\n\"b,\"\"x\",80,c\n");
    hosts = "T=" + file;
  }

  private Outcome run(String spl, String... more) {
    List<String> start = List.of("run", "-e", spl, "--table", hosts);
    return Outcome.of(Stream.concat(start.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private static void assertPrints(String expected, Outcome outcome) {
    assertEquals(new Outcome(0, expected, ""), outcome);
  }

  @Test
  void theFoundingSearchPrintsTheExpectedRows() throws IOException {
    assertPrints(
        Files.readString(Path.of("queries/expected/" + FOUNDING + ".csv")),
        Outcome.of("run", SEARCH, "--table", SAMPLE, "--format", "csv"));
  }

  @Test
  void aTableAlignsNumbersToTheRightAndMarksMultivalues() {
    assertPrints(
        """
        +------+-------+-----+
        | port | host  | tag |
        +------+-------+-----+
        |  443 | web01 | • a |
        |      |       | • b |
        |      | db01  |     |
        |   80 | b,"x  | c   |
        +------+-------+-----+
        3 rows
        """,
        run("| from T | eval tag=split(tags, \" \") | table port host tag"));
  }

  @Test
  void aTableShowsTimesInTheZoneAndOtherFormatsTheirSeconds() {
    String spl =
        "| makeresults count=3 | streamstats count as n"
            + " | eval _time=case(n=1, 1715558400, n=2, 1715558400.25, true(), \"noon\"), at=1715558400"
            + " | table _time at";
    assertPrints(
        """
        +-------------------------+------------+
        | _time                   |         at |
        +-------------------------+------------+
        | 2024-05-13 02:00:00     | 1715558400 |
        | 2024-05-13 02:00:00.250 | 1715558400 |
        | noon                    | 1715558400 |
        +-------------------------+------------+
        3 rows
        """,
        run(spl, "--timezone", "Europe/Berlin"));
    assertPrints(
        "_time,at\n1715558400,1715558400\n1715558400.25,1715558400\nnoon,1715558400\n",
        run(spl, "--timezone", "Europe/Berlin", "--format", "csv"));
  }

  @Test
  void rowsThatNoTableCouldShowAreBlocks() {
    StringBuilder spl = new StringBuilder("| from T | head 1 | eval wide=printf(\"%0150d\", 7)");
    for (int i = 0; i < 9; i++) {
      spl.append(", field_number_")
          .append(i)
          .append("=\"value of some length ")
          .append(i)
          .append('"');
    }
    Outcome outcome = run(spl + " | fields - port tags");
    assertEquals(0, outcome.exit());
    List<String> lines = outcome.out().lines().toList();
    assertTrue(lines.get(0).startsWith("-- row 1 ---"), outcome.out());
    assertTrue(lines.contains("host            web01"), outcome.out());
    assertTrue(lines.contains("field_number_3  value of some length 3"), outcome.out());
    assertTrue(lines.stream().allMatch(line -> line.length() <= 120), outcome.out());
    assertEquals("1 row", lines.get(lines.size() - 1));
  }

  @Test
  void whatWouldSteerATerminalIsShownAsAnEscape() {
    Outcome outcome =
        run("| from T | head 1 | eval x=urldecode(\"%1b%5b31mred%e2%80%aegnp\") | table x");
    assertEquals(0, outcome.exit(), outcome.err());
    assertTrue(outcome.out().contains("| \\u001b[31mred\\u202egnp |"), outcome.out());
  }

  @Test
  void anEmptyResultSaysSo() {
    assertPrints("0 rows\n", run("| from T | where port=1 | table host"));
  }

  @Test
  void csvQuotesWhatNeedsItAndLeavesNullsEmpty() {
    assertPrints(
        "host,port\nweb01,443\ndb01,\n\"b,\"\"x\",80\n",
        run("| from T | table host port", "--format", "csv"));
  }

  @Test
  void aNullAloneInItsRowOfCsvIsNoEmptyLine() {
    assertPrints("port\n443\n\"\"\n80\n", run("| from T | table port", "--format", "csv"));
  }

  @Test
  void jsonIsOneArrayWithoutNullsAndWithArraysForMultivalues() {
    assertPrints(
        """
        [
        {"host":"web01","tag":["a","b"],"n":1.5},
        {"host":"db01","n":1.5}
        ]
        """,
        run(
            "| from T | head 2 | eval tag=split(tags, \" \"), n=3/2 | table host tag n",
            "--format",
            "json"));
  }

  @Test
  void ndjsonIsOneObjectALine() {
    assertPrints(
        "{\"host\":\"web01\",\"port\":\"443\"}\n{\"host\":\"db01\"}\n",
        run("| from T | head 2 | table host port", "--format", "NDJSON"));
  }

  @Test
  void noRowsAreAnEmptyArrayOrNothing() {
    assertPrints("[]\n", run("| from T | where port=1", "--format", "json"));
    assertPrints("", run("| from T | where port=1", "--format", "ndjson"));
  }

  @Test
  void warningsGoToStandardError() {
    Outcome outcome = run("| from T | head 1 | table host prot", "--format", "csv");
    assertEquals("host,prot\nweb01,\n", outcome.out());
    assertTrue(outcome.err().startsWith("warning[W0501]: "), outcome.err());
    assertEquals(0, outcome.exit());
  }

  @Test
  void columnsMayHaveTheDatasetsPrefix() throws IOException {
    Path file = folder.resolve("p.csv");
    Files.writeString(file, "_time,Processes.dest,process_name\n1,a,x\n2,a,y\n3,b,x\n");
    assertPrints(
        "Processes.dest,Processes.process_name,count\na,x,1\na,y,1\nb,x,1\n",
        Outcome.of(
            "run",
            "-e",
            "| tstats count from datamodel=Endpoint.Processes"
                + " by Processes.dest Processes.process_name",
            "--table",
            "Endpoint.Processes=" + file,
            "--format",
            "csv"));
  }

  @Test
  void tablesMayBeCompressed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("t.csv.gz"), bytes.toByteArray());
    assertPrints(
        "a\n1\n", Outcome.of("run", "-e", "| from Z", "--table", "Z=" + file, "--format", "csv"));
  }

  @Test
  void laterMacrosWin() throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    Files.writeString(first.resolve("rows.yml"), "name: rows\ndefinition: head 1\n");
    Files.writeString(second.resolve("rows.yml"), "name: rows\ndefinition: head 2\n");
    assertPrints(
        "host\nweb01\ndb01\n",
        run(
            "| from T | `rows` | table host",
            "--macros",
            first.toString(),
            "--macros",
            second.toString(),
            "--format",
            "csv"));
  }

  @Test
  void lookupsAreTablesByFileName() {
    assertPrints(
        "host\ndb01\n",
        Outcome.of(
            "run",
            "-e",
            "| inputlookup hosts | search host=db01 | table host",
            "--lookups",
            folder.toString(),
            "--format",
            "csv"));
  }

  @Test
  void columnsOfALookupKeepTheirNames() throws IOException {
    Files.writeString(folder.resolve("l.csv"), "csv.a,l.b\n1,2\n");
    for (String name : List.of("l", "l.csv")) {
      assertPrints(
          "csv.a,l.b\n1,2\n",
          Outcome.of(
              "run",
              "-e",
              "| inputlookup " + name,
              "--lookups",
              folder.toString(),
              "--format",
              "csv"));
    }
  }

  @Test
  void nowAndTimezoneAreTheSearchs() {
    assertPrints(
        "t\n2024-05-14T00:00:00+0200\n",
        run(
            "| from T | head 1 | eval t=strftime(relative_time(now(), \"@d\"),"
                + " \"%Y-%m-%dT%H:%M:%S%z\") | table t",
            "--now", "1715680800", "--timezone", "Europe/Berlin", "--format", "csv"));
  }

  @Test
  void earliestAndLatestBoundTheRows() throws IOException {
    Path file = folder.resolve("times.csv");
    Files.writeString(file, "_time,dest\n100,a\n200,b\n300,c\n");
    assertPrints(
        "Processes.dest,count\nb,1\n",
        Outcome.of(
            "run",
            "-e",
            "| tstats count from datamodel=Endpoint.Processes by Processes.dest",
            "--table",
            "Endpoint.Processes=" + file,
            "--earliest",
            "-100s",
            "--latest",
            "now",
            "--now",
            "300",
            "--format",
            "csv"));
  }

  @Test
  void outputReplacesAFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("out.csv"), "old");
    assertPrints("", run("| from T | table host", "--format", "csv", "--output", file.toString()));
    assertEquals("host\nweb01\ndb01\n\"b,\"\"x\"\n", Files.readString(file));
    assertOnlyFiles("hosts.csv", "out.csv");
  }

  @Test
  void outputThroughALinkKeepsTheLink() throws IOException {
    Path file = Files.writeString(folder.resolve("real.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    assertPrints(
        "", run("| from T | head 1 | table host", "--format", "csv", "--output", link.toString()));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("host\nweb01\n", Files.readString(file));
  }

  @Test
  void aFailingSearchLeavesTheOutputAsItWas() throws IOException {
    Path data = folder.resolve("broken.csv");
    Files.writeString(data, "a\n1\n\"2\n");
    Path file = Files.writeString(folder.resolve("out.csv"), "old");
    Outcome outcome =
        Outcome.of("run", "-e", "| from B", "--table", "B=" + data, "--output", file.toString());
    assertEquals(1, outcome.exit());
    assertEquals("", outcome.out());
    assertEquals("old", Files.readString(file));
    assertOnlyFiles("broken.csv", "hosts.csv", "out.csv");
  }

  @Test
  void aFaultInTheLastRowPrintsNoRowBefore() throws IOException {
    Path data = folder.resolve("broken.csv");
    Files.writeString(data, "a\n" + "1\n".repeat(500_000) + "\"2\n");
    Outcome outcome =
        Outcome.of("run", "-e", "| from B", "--table", "B=" + data, "--format", "csv");
    assertEquals("", outcome.out());
    assertEquals(1, outcome.exit());
  }

  private void assertOnlyFiles(String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of(names), files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void aResultLargerThanTheSpoolsMemoryIsWhole() throws IOException {
    Path data = folder.resolve("long.csv");
    Files.writeString(data, "a\n" + "0123456789\n".repeat(200_000));
    assertPrints(
        Files.readString(data),
        Outcome.of("run", "-e", "| from L", "--table", "L=" + data, "--format", "csv"));
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void everyStageOfTheFoundingSearchIsExplained(Stage stage) {
    Outcome outcome = Outcome.of("explain", SEARCH, "--table", SAMPLE, "--stage", stage.label());
    assertEquals("", outcome.err());
    assertEquals(0, outcome.exit());
    assertTrue(outcome.out().contains("wermgr.exe"), outcome.out());
    assertTrue(outcome.out().endsWith("\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "run", "explain", "check", "detect", "test", "help"})
  void everyCommandTellsItsVersionAndItsOptions(String command) {
    String[] words = command.isEmpty() ? new String[0] : new String[] {command};
    Outcome version = Outcome.of(with(words, "--version"));
    assertTrue(version.out().matches("karst \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R"), version.out());
    assertEquals(0, version.exit());
    Outcome help = Outcome.of(with(words, "--help"));
    assertTrue(help.out().startsWith(("Usage: karst " + command).strip()), help.out());
    assertEquals(0, help.exit());
    assertEquals("", help.err());
  }

  private static String[] with(String[] words, String word) {
    return Stream.concat(Stream.of(words), Stream.of(word)).toArray(String[]::new);
  }

  @Test
  void helpListsCommandsAndFunctions() {
    String page = Outcome.of("help").out();
    assertTrue(page.contains("\n  tstats "), page);
    assertTrue(page.contains(" cidrmatch "), page);
    assertTrue(page.contains(" perc "), page);
    assertFalse(page.lines().anyMatch(line -> line.length() > 80), page);
  }

  @Test
  void helpShowsPagesOfCommandsFunctionsAndItself() {
    assertTrue(Outcome.of("help", "command", "stats").out().contains("stats"));
    assertEquals(Outcome.of("help", "command", "stats"), Outcome.of("help", "stats"));
    assertTrue(Outcome.of("help", "function", "sum").out().contains("(aggregation)"));
    assertTrue(Outcome.of("help", "support").out().startsWith("# What is supported\n"));
    assertTrue(Outcome.of("help", "suport").err().contains("did you mean `support`?"));
    assertEquals(Outcome.of("explain", "--help"), Outcome.of("help", "explain"));
    String page = Outcome.of("help", "run").out();
    assertTrue(page.startsWith(Outcome.of("run", "--help").out()), page);
    assertTrue(page.contains("# Running searches"), page);
  }
}
