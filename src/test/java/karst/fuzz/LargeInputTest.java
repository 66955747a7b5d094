package karst.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import karst.Engine;
import karst.Result;
import karst.macro.MacroDefinition;
import karst.macro.MacroLibrary;
import karst.model.DataModels;
import karst.source.SplException;
import karst.table.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is large takes a time in proportion, and what is endless is refused. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LargeInputTest {
  private static final int MEGABYTE = 1 << 20;

  /** Each has an answer or a diagnostic. */
  static List<String> largeSearches() {
    return List.of(
        "| from t | search s=\"" + "x".repeat(MEGABYTE) + "\"",
        "| from t | search " + repeated("s=x%d ", 20_000),
        "| from t | search " + repeated("s=x%d OR ", 20_000) + "s=x",
        "| from t | search s IN (" + repeated("x%d, ", 20_000) + "x)",
        "| from t | where s IN (" + repeated("\"x%d\", ", 20_000) + "\"x\")",
        "| from t | where n=" + "1+".repeat(20_000) + "1",
        "| from t | where " + "n=1 AND ".repeat(20_000) + "n=1",
        "| from t | where " + "n=1 OR ".repeat(20_000) + "n=1",
        "| from t | eval x=case(" + repeated("n=%d, 1, ", 5_000) + "true(), 2)",
        "| from t | eval x=\"" + "x\".\"".repeat(20_000) + "\"",
        "| from t" + " | head 5".repeat(10_000),
        "| from t" + " | where n=1".repeat(5_000),
        "| from t" + " | search s=x".repeat(5_000),
        "| from t" + " | eval n=n+1".repeat(2_000),
        "| from t" + " | rename n as m | rename m as n".repeat(1_000),
        "| from t" + " | sort n | dedup n".repeat(500),
        "| from t | eval " + repeated("a%d=%1$d, ", 500) + "b=1",
        "| from t | fields " + repeated("a%d, ", 20_000) + "s",
        "| from t | where " + "(".repeat(MEGABYTE / 2),
        "| from t | where " + "NOT ".repeat(MEGABYTE / 4),
        "| from t " + "[".repeat(MEGABYTE / 2),
        "| from t | " + "\"".repeat(MEGABYTE - 1),
        "|".repeat(MEGABYTE),
        "`".repeat(MEGABYTE),
        "| from t | where match(s, \"" + "(".repeat(20_000) + "x" + ")".repeat(20_000) + "\")",
        "| from t | where match(s, \"" + "a?".repeat(20_000) + "\")",
        "| from t | where like(s, \"" + "%x".repeat(100_000) + "\")",
        "| from t | search s=\"" + "*x".repeat(100_000) + "\"",
        "| from t | eval a=relative_time(n, \"" + "+1d".repeat(100_000) + "\")",
        "| from t | eval a=strftime(n, \"" + "%Y".repeat(100_000) + "\")");
  }

  @ParameterizedTest
  @MethodSource("largeSearches")
  void aLargeSearchIsAnsweredOrRefused(String spl) {
    Attempts.search(Attempts.engine().build(), spl);
  }

  @Test
  void macrosThatDoubleOneAnotherAreRefused() {
    List<MacroDefinition> macros =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    MacroDefinition.of(
                        "m" + i,
                        List.of(),
                        i == 0 ? "lol " : "`m" + (i - 1) + "` `m" + (i - 1) + "`"))
            .toList();
    Engine engine = Attempts.engine().macros(MacroLibrary.of(macros)).build();
    assertThrows(SplException.class, () -> engine.prepare("| from t | search `m59`"));
  }

  @Test
  void anArgumentThatDoublesItselfIsRefused() {
    List<MacroDefinition> macros =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    MacroDefinition.of(
                        "m" + i, List.of("x"), i == 0 ? "$x$" : "`m" + (i - 1) + "($x$$x$)`"))
            .toList();
    Engine engine = Attempts.engine().macros(MacroLibrary.of(macros)).build();
    assertThrows(SplException.class, () -> engine.prepare("| from t | search `m59(abcdef)`"));
  }

  @Test
  void yamlThatDoublesItselfIsRefused(@TempDir Path folder) throws IOException {
    String lines =
        IntStream.range(1, 40)
            .mapToObj(i -> "a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)))
            .collect(Collectors.joining());
    Path file = Files.writeString(folder.resolve("m.yml"), "a0: &a0 lol\n" + lines);
    assertThrows(SplException.class, () -> MacroLibrary.load(file));
    assertThrows(SplException.class, () -> DataModels.standard().withUserModels(folder));
  }

  @Test
  void yamlThatIsDeepIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("m.yml"), "name: " + "[".repeat(100_000));
    assertThrows(SplException.class, () -> MacroLibrary.load(file));
    assertThrows(SplException.class, () -> DataModels.standard().withUserModels(folder));
    Files.writeString(file, "{a: ".repeat(100_000));
    assertThrows(SplException.class, () -> MacroLibrary.load(file));
    assertThrows(SplException.class, () -> DataModels.standard().withUserModels(folder));
  }

  @Test
  void aTableMayHaveLongCellsAndManyColumns(@TempDir Path folder) throws IOException {
    Path cell = folder.resolve("cell.csv");
    Files.writeString(cell, "a,b\n\"" + "x\n".repeat(4 * MEGABYTE) + "\",1\n2,3\n");
    assertEquals(2, count(cell, "| from t | where b=1 OR a=2"));
    Path wide = folder.resolve("wide.csv");
    String header = repeated("c%d,", 20_000) + "z";
    Files.writeString(wide, header + "\n" + header + "\n");
    assertEquals(1, count(wide, "| from t | where z=\"z\" | fields c19999"));
    Path open = folder.resolve("open.csv");
    Files.writeString(open, "a,b\n1,\"" + "x\n".repeat(8 * MEGABYTE));
    Attempts.readTable(open);
  }

  @Test
  void aRegularExpressionThatTriesEverythingIsStopped() {
    String text = "a".repeat(40) + "b";
    Engine engine = Engine.builder().table(Tables.memory("t", List.of(Map.of("s", text)))).build();
    for (String regex : List.of("(a+)+$", "(a|aa)+$", "(.*)*c", "(a*)*c")) {
      Attempts.search(engine, "| from t | where match(s, \"" + regex + "\")");
    }
  }

  @Test
  void aRegularExpressionMayGoThroughALongText() {
    String text = "ab".repeat(MEGABYTE);
    Engine engine = Engine.builder().table(Tables.memory("t", List.of(Map.of("s", text)))).build();
    for (String regex : List.of("(a|b)*c", "(?:ab)+$", "(.)+\\\\d", "^(a.)*$")) {
      Attempts.search(engine, "| from t | where match(s, \"" + regex + "\")");
      Attempts.search(engine, "| from t | eval n=len(replace(s, \"" + regex + "\", \"-\"))");
    }
  }

  private static long count(Path csv, String spl) {
    try (Result result = Engine.builder().table(Tables.csv("t", csv)).build().prepare(spl).run()) {
      long rows = 0;
      for (karst.Row ignored : result) {
        rows++;
      }
      return rows;
    }
  }

  private static String repeated(String text, int times) {
    return IntStream.range(0, times).mapToObj(text::formatted).collect(Collectors.joining());
  }
}
