package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Generates tables: small alphabets, so that values meet; many nulls; numbers in several spellings;
 * values of several kinds in one column; several values in one field; equal times.
 */
final class AnyTable {
  private static final double NULLS = 0.2;
  private static final int MAX_ROWS = 8;

  private AnyTable() {}

  /** Texts that search or eval might mistake for something else. */
  static final List<String> TEXTS =
      List.of(
          "x",
          "X",
          "y",
          "xy",
          "",
          "a*b",
          "*",
          "C:\\Temp\\x",
          "é",
          "É",
          "ı",
          "I",
          "😀",
          "10.0.0.1",
          "10.0.0.0/8",
          "%",
          "x_y",
          ".",
          "(a|b)",
          "say \"y\"",
          " x",
          "null",
          "x, y",
          "a\nb",
          "ß",
          "SS",
          "e\u0301",
          "[x]",
          "$x$");

  /** Numbers in text, and what is nearly one. */
  static final List<String> NUMBERS =
      List.of(
          "1",
          "1.0",
          "01",
          "1e3",
          "1000",
          "-0",
          "0",
          "2",
          "10",
          "9",
          "-1",
          "0.5",
          "2.50",
          "1a",
          "",
          "nan",
          "NaN",
          "-inf",
          "1e400",
          "1e300",
          "9007199254740993",
          "+1",
          " 1",
          "0x10",
          ".5",
          "1e-7",
          "1_0",
          "٣");

  static final List<Double> DOUBLES =
      List.of(0.0, 1.0, 2.0, 9.0, 10.0, -1.0, 0.5, 2.5, 1000.0, 1e300, 9007199254740992.0, 1e-7);

  static final List<Double> TIMES =
      List.of(
          1_700_000_000.0,
          1_700_000_000.5,
          1_700_000_060.0,
          1_700_086_399.25,
          1_600_000_000.0,
          0.0,
          -1.0);

  /** Texts that are long enough to be looked for in the bytes of a file. */
  static final List<String> WORDS =
      List.of(
          "powershell.exe",
          "PowerShell.EXE",
          "C:\\Temp\\cmd.exe",
          "key.dll",
          "\u212Aey.dll",
          "\u017Fhell",
          "long straße",
          "LONG STRASSE",
          "a \"quoted\" word",
          "two\nlines.exe",
          "one,two.exe",
          "exe");

  private static final List<String> EVENTS =
      List.of("x y", "error: disk x", "errors=xy", "C:\\Temp\\x", "É é");

  /** Returns tables whose columns hold texts, numbers in text, numbers, lists, and all of these. */
  static Arbitrary<TestTable> general() {
    Map<String, Arbitrary<? extends Object>> columns = new LinkedHashMap<>();
    columns.put("_time", Arbitraries.of(TIMES));
    columns.put("_raw", Arbitraries.of(EVENTS));
    columns.put("s", Arbitraries.of(TEXTS));
    columns.put("t", Arbitraries.of(NUMBERS));
    columns.put("n", Arbitraries.of(DOUBLES));
    columns.put("m", lists());
    columns.put("x", mixed());
    return tables("t", columns);
  }

  /** Returns tables of texts only, some of them {@link #WORDS}. */
  static Arbitrary<TestTable> wordy() {
    Map<String, Arbitrary<? extends Object>> columns = new LinkedHashMap<>();
    columns.put("s", Arbitraries.of(WORDS));
    columns.put("t", Arbitraries.of(NUMBERS).filter(text -> !text.isEmpty()));
    columns.put("x", Arbitraries.oneOf(Arbitraries.of(WORDS), Arbitraries.of("x", "y")));
    return tables("t", columns);
  }

  /** Returns tables of process starts. */
  static Arbitrary<TestTable> processes() {
    Arbitrary<String> words = Arbitraries.of("cmd.exe", "CMD.EXE", "x", "", "unknown", "-");
    Map<String, Arbitrary<? extends Object>> columns = new LinkedHashMap<>();
    columns.put("_time", Arbitraries.of(TIMES));
    columns.put("host", Arbitraries.of("h1", "h2"));
    columns.put("sourcetype", Arbitraries.of("st", ""));
    columns.put("dest", Arbitraries.of("h1", "H1", "h2", ""));
    columns.put("user", words);
    columns.put("process", Arbitraries.of("cmd.exe /c dir", " x", "\"a b\" c", "", "  "));
    columns.put("process_name", words);
    columns.put("parent_process", Arbitraries.of("explorer.exe", "", "a b"));
    columns.put("process_integrity_level", Arbitraries.of("High", "low"));
    columns.put("process_id", Arbitraries.of(NUMBERS));
    columns.put("process_hash", lists());
    columns.put("vendor", Arbitraries.of("v", "unknown", ""));
    columns.put("product", Arbitraries.of("p", "unknown", ""));
    columns.put("extra", Arbitraries.of(TEXTS));
    return tables("Endpoint.Processes", columns);
  }

  private static Arbitrary<List<String>> lists() {
    return Arbitraries.of("x", "X", "y", "1", "1.0", "2", "").list().ofMinSize(1).ofMaxSize(3);
  }

  private static Arbitrary<Object> mixed() {
    return Arbitraries.oneOf(
        Arbitraries.of(TEXTS), Arbitraries.of(NUMBERS), Arbitraries.of(DOUBLES), lists());
  }

  private static Arbitrary<TestTable> tables(
      String name, Map<String, Arbitrary<? extends Object>> columns) {
    List<String> names = List.copyOf(columns.keySet());
    List<Arbitrary<Object>> cells = new ArrayList<>();
    columns.forEach((column, values) -> cells.add(values.asGeneric().injectNull(NULLS)));
    return FewerColumns.of(
        Combinators.combine(cells)
            .as(values -> row(names, values))
            .list()
            .ofMaxSize(MAX_ROWS)
            .map(rows -> new TestTable(name, names, rows)));
  }

  private static Map<String, Object> row(List<String> names, List<Object> values) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (values.get(i) != null) {
        row.put(names.get(i), values.get(i));
      }
    }
    return row;
  }
}
