package karst.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import karst.Engine;
import karst.Query;
import karst.SqlTarget;
import karst.script.Cell;
import karst.script.Results;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.table.Tables;
import karst.type.CaseFolding;
import karst.type.Numbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the export relies on of a database, tried out on very many values. */
class ExportFactsTest {
  private static final SqlDatabase DATABASE = SqlDatabase.chosen();

  /** Behind it there are no letters that have a case. */
  private static final int LAST = 0x1FFFF;

  /** Some huge numbers have one digit more than needed there. */
  private static final Set<String> MORE_DIGITS = Set.of("postgres");

  /** Capitals that are several letters are a known difference of DuckDB's. */
  private static final Set<String> MANY_CAPITALS = Set.of("duckdb");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eval n=tonumber(x), i=if(isnum(x), 1, 0) | table x, n, i",
        "where x > 0 | table x",
        "where x <= 1 | table x",
        "where x = 1 | table x",
        "search x<1 | table x",
        "stats min(x) max(x) dc(x) count(x)",
        "sort 0 num(x) str(x) | table x"
      })
  void aTextIsTheSameNumber(String commands) throws SQLException {
    List<String> parts = List.of("", "0", "1", ".", "-", "+", "e", "E", "_", " ", ",", "x", "f");
    Set<String> texts = new TreeSet<>();
    for (String a : parts) {
      for (String b : parts) {
        parts.forEach(c -> texts.add(a + b + c));
        texts.add("1" + a + "e" + b + "1");
      }
    }
    texts.addAll(
        List.of(
            "nan",
            "NaN",
            "-nan",
            "inf",
            "+Inf",
            "-INFINITY",
            "infinit",
            "in",
            "nanx",
            "1e400",
            "-1e400",
            "1e-400",
            "1e99999",
            "-1e-99999",
            "0e999",
            "١",
            "1\u00a0",
            "\u20031",
            "1\t",
            "1\n",
            "1\u000b",
            "true",
            "0x10",
            "1d",
            "1f",
            "9007199254740993",
            "1_000",
            "1'000",
            "4.9e-324",
            "1.7976931348623157e308",
            "1".repeat(300),
            "0." + "0".repeat(300) + "1"));
    agree(List.copyOf(texts), commands);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eval n=tonumber(x), s=n.\"\" | table x, s", "eval n=x*1 | table x, n"})
  void aNumberIsTheSameText(String commands) throws SQLException {
    Random random = new Random(7);
    List<Double> numbers = new ArrayList<>(List.of(0.0, -0.0, 0.1, 1e15, 1e16, 1e21, 1e-4, 1e-5));
    numbers.addAll(List.of(9007199254740992.0, 9007199254740994.0, 1.7e308, 123456.789, 5e-324));
    for (int i = 0; i < 700; i++) {
      double any = Double.longBitsToDouble(random.nextLong());
      numbers.add(Double.isFinite(any) ? any : 0.5);
      numbers.add(Math.rint(random.nextGaussian() * 1e6) / 1000);
      numbers.add(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
    }
    numbers.removeIf(number -> MORE_DIGITS.contains(DATABASE.dialect()) && isHuge(number));
    agree(numbers.stream().map(Numbers::format).distinct().toList(), commands);
  }

  private static boolean isHuge(double number) {
    return Math.abs(number) > Numbers.MAX_EXACT_INTEGER && Math.abs(number) < 1e23;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search x=k OR x=s OR x=i OR x=\"é*\" OR x=\"*σ\" OR x=\"ß\" | table x",
        "where like(x, \"s%\") OR len(x) > 1 | table x",
        "where match(x, \"(?i)^[a-z]$\") | table x",
        "where match(x, \"(?i)^[^k]$\") | table x",
        "where match(x, \"^\\w$\") OR match(x, \"^\\d$\") | table x",
        "where match(x, \"^\\s$\") | table x",
        "where match(x, \"^.$\") | table x",
        "eval l=lower(x) | table x, l",
        "eval u=upper(x) | table x, u",
        "sort 0 str(x) | table x"
      })
  void aLetterIsTheSame(String commands) throws SQLException {
    boolean upper = commands.contains("upper(");
    boolean range = commands.contains("a-z");
    List<String> letters =
        IntStream.rangeClosed(1, LAST)
            .filter(c -> c < 0x100 || hasCase(c))
            .mapToObj(Character::toString)
            // Java takes both for letters of a range in another case.
            .filter(c -> !range || !"İı".contains(c))
            .filter(c -> !upper || !MANY_CAPITALS.contains(DATABASE.dialect()) || isOneCapital(c))
            .toList();
    agree(letters, commands);
  }

  private static boolean hasCase(int c) {
    String text = Character.toString(c);
    return Character.isDefined(c)
        && (CaseFolding.fold(c) != c
            || !text.toLowerCase(Locale.ROOT).equals(text)
            || !text.toUpperCase(Locale.ROOT).equals(text));
  }

  private static boolean isOneCapital(String letter) {
    String capitals = letter.toUpperCase(Locale.ROOT);
    return capitals.codePointCount(0, capitals.length()) == 1;
  }

  private static void agree(List<String> texts, String commands) throws SQLException {
    Query query =
        Engine.builder()
            .table(Tables.memory("t", texts.stream().map(text -> Map.of("x", text)).toList()))
            .build()
            .prepare("| from t | " + commands);
    String sql;
    try {
      sql = query.sql(SqlTarget.of(DATABASE.dialect()).withOrdinal(SqlDatabase.ORDINAL));
    } catch (SplException refused) {
      assertEquals(DiagnosticCode.NOT_EXPORTABLE, refused.diagnostics().get(0).code());
      abort(refused.getMessage());
      return;
    }
    DATABASE.table("t", List.of("x"), texts.stream().map(text -> List.of(Cell.of(text))).toList());
    List<List<Cell>> expected = new ArrayList<>(Results.of(query).rows());
    List<List<Cell>> actual = new ArrayList<>(DATABASE.query(sql).rows());
    if (!expected.equals(actual)) {
      List<List<Cell>> known = List.copyOf(expected);
      expected.removeAll(actual);
      actual.removeAll(known);
      assertEquals(expected, actual, sql);
      throw new AssertionError("the order differs\n" + sql);
    }
  }
}
