package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetOutputTest {
  private static final String EVENTS = "queries/data/endpoint_processes.csv";

  @TempDir private Path folder = Path.of("");

  private Outcome run(String search, String... more) {
    String[] arguments = new String[5 + more.length];
    System.arraycopy(
        new String[] {"run", "-e", search, "--table", "T=" + EVENTS}, 0, arguments, 0, 5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return Outcome.of(arguments);
  }

  private Outcome read(Path file) {
    return Outcome.of("run", "-e", "| from R", "--table", "R=" + file, "--format", "ndjson");
  }

  private Path written(String search) {
    Path file = folder.resolve("rows.parquet");
    assertEquals(new Outcome(0, "", ""), run(search, "--output", file.toString()));
    return file;
  }

  @Test
  void aTableIsTheSameAfterwards() {
    Path file = written("| from T");
    Outcome csv = run("| from T", "--format", "ndjson");
    assertEquals(csv, read(file));
    assertEquals(0, csv.exit());
  }

  @Test
  void countsTimesAndSeveralValuesAreTheSameAfterwards() {
    String search =
        "| from T | stats count min(_time) AS first values(process_name) AS names avg(process_id)"
            + " AS mean BY user dest | eval size=mvcount(names), none=null(), any=if(count>2, names,"
            + " \"few\")";
    assertEquals(run(search, "--format", "ndjson"), read(written(search)));
  }

  @Test
  void typesFollowFromTheSearch() {
    Path file =
        written("| from T | head 3 | eval n=1, m=split(\"a,b\", \",\") | table _time dest n m");
    String schema =
        Outcome.of("explain", "--stage", "bound", "-e", "| from R", "--table", "R=" + file).err();
    assertEquals("", schema);
    Outcome rows =
        Outcome.of(
            "run",
            "-e",
            "| from R | where n=1 | stats count(m) AS c",
            "--table",
            "R=" + file,
            "--format",
            "csv");
    assertEquals("c\n6\n", rows.out().replace("\r", ""));
  }

  @Test
  void noRowsMakeAFileWithColumns() {
    Path file = written("| from T | search user=nobody | table dest user");
    Outcome empty = Outcome.of("run", "-e", "| from R", "--table", "R=" + file, "--format", "csv");
    assertEquals(
        new Outcome(0, "dest,user\n", ""), new Outcome(0, empty.out().replace("\r", ""), ""));
  }

  @Test
  void aSearchThatFailsLeavesTheFileAsItWas() throws IOException {
    Path file = written("| from T | head 1");
    byte[] before = Files.readAllBytes(file);
    Outcome failed =
        run("| from T | eval x=1 | sort - x | where nosuch(x)", "--output", file.toString());
    assertEquals(1, failed.exit());
    assertEquals(before.length, Files.readAllBytes(file).length);
    assertFalse(Files.exists(folder.resolve("rows.parquet.part")));
  }

  @Test
  void aTimeThatIsNoTimestampIsAnErrorThatNamesTheColumn() {
    Outcome failed =
        Outcome.of(
            "run",
            "-e",
            "| makeresults | eval _time=1e300",
            "--output",
            folder.resolve("t.parquet").toString());
    assertTrue(
        failed.exit() == 0 || failed.err().contains("cannot write column `_time` as Parquet"),
        failed.err());
  }

  @Test
  void severalSearchesAsParquetNeedAFolder() throws IOException {
    Path search = folder.resolve("a.spl");
    Files.writeString(search, "| from T | stats count");
    Path other = folder.resolve("b.spl");
    Files.writeString(other, "| from T | stats count by user");
    Outcome wrong =
        Outcome.of(
            "run",
            search.toString(),
            other.toString(),
            "--table",
            "T=" + EVENTS,
            "--format",
            "parquet");
    assertEquals(2, wrong.exit());
    Path results = folder.resolve("results");
    Outcome right =
        Outcome.of(
            "run",
            search.toString(),
            other.toString(),
            "--table",
            "T=" + EVENTS,
            "--format",
            "parquet",
            "--output",
            results.toString());
    assertEquals(0, right.exit(), right.err());
    assertTrue(read(results.resolve("a.parquet")).out().contains("\"count\""));
  }
}
