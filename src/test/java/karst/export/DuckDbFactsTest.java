package karst.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import karst.export.dialect.DuckDb;
import karst.script.Cell;
import karst.type.CaseFolding;
import karst.type.Numbers;
import org.junit.jupiter.api.Test;

/** What the export relies on of DuckDB, tried out on every case that there is, or on very many. */
class DuckDbFactsTest {
  private static final DuckDbDatabase DATABASE = DuckDbDatabase.open();
  private static final Dialect DUCKDB = new DuckDb();

  /** Behind it there are no letters that have a case. */
  private static final int LAST = 0x1FFFF;

  private static final String CODE_POINTS =
      "(SELECT chr(CAST(CASE WHEN i BETWEEN 55296 AND 57343 THEN 1 ELSE i END AS INTEGER)) AS c"
          + " FROM range(1, 131072) AS r(i))";

  @Test
  void aTextIsTheSameNumber() throws SQLException {
    String letter =
        "(SELECT unnest(['', '0', '1', '.', '-', '+', 'e', 'E', '_', ' ', ',', 'x', 'f']) AS %s)";
    String shorts =
        "SELECT a || b || c || d AS x FROM "
            + List.of("a", "b", "c", "d").stream()
                .map(letter::formatted)
                .collect(Collectors.joining(", "));
    String words =
        "SELECT unnest(['nan', 'NaN', '-nan', 'inf', '+Inf', '-INFINITY', 'infinit', 'in', 'nanx',"
            + " '1e400', '-1e400', '1e-400', '١', '1\u00a0', '\u20031', '1\t', '1\u000b', 'true',"
            + " '0x10', '1d', '1f', '9007199254740993', '1_000', '1''000'])";
    List<List<Cell>> rows =
        DATABASE
            .query(
                "SELECT x, "
                    + DUCKDB.numberOfText().replace("{0}", "x")
                    + " FROM ("
                    + shorts
                    + " UNION "
                    + words
                    + ")")
            .rows();
    for (List<Cell> row : rows) {
      String text = row.get(0).values().get(0);
      List<String> expected =
          Numbers.isNumber(text) ? List.of(Numbers.format(Numbers.parse(text))) : List.of();
      assertEquals(expected, row.get(1).values(), "`" + text + "`");
    }
  }

  @Test
  void aNumberIsTheSameText() throws SQLException {
    Random random = new Random(7);
    List<Double> numbers = new ArrayList<>(List.of(0.0, -0.0, 0.1, 1e15, 1e16, 1e21, 1e-4, 1e-5));
    numbers.addAll(List.of(9007199254740992.0, 9007199254740994.0, 4.9e-324, 1.7e308, 123456.789));
    for (int i = 0; i < 2000; i++) {
      double any = Double.longBitsToDouble(random.nextLong());
      numbers.add(Double.isFinite(any) ? any : 0.5);
      numbers.add(Math.rint(random.nextGaussian() * 1e6) / 1000);
      numbers.add(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
    }
    String values =
        numbers.stream().map(n -> "('" + n + "'::DOUBLE)").collect(Collectors.joining(", "));
    List<List<Cell>> rows =
        DATABASE
            .query(
                "SELECT "
                    + DUCKDB.textOfNumber().replace("{0}", "x")
                    + " FROM (VALUES "
                    + values
                    + ") AS t(x)")
            .rows();
    for (int i = 0; i < numbers.size(); i++) {
      assertEquals(Numbers.format(numbers.get(i)), rows.get(i).get(0).values().get(0));
    }
  }

  @Test
  void theSameCharactersAreLettersInAnotherCase() throws SQLException {
    Set<String> expected = new TreeSet<>();
    for (int c = 1; c <= LAST; c++) {
      int folded = CaseFolding.fold(c);
      if (folded >= 'a' && folded <= 'z') {
        expected.add(Character.toString(c));
      }
    }
    assertEquals(
        expected,
        texts("SELECT c FROM " + CODE_POINTS + " WHERE regexp_full_match(c, '[a-z]', 'i')"));
    for (String letter : expected) {
      String folded = CaseFolding.fold(letter);
      assertEquals(
          Set.of(folded),
          texts(
              "SELECT a FROM (SELECT unnest(string_split('a b c d e f g h i j k l m n o p q r s t u"
                  + " v w x y z', ' ')) AS a) WHERE regexp_full_match('"
                  + letter
                  + "', a, 'i')"));
    }
  }

  /** Those of the page: letters whose capitals are several letters, {@code ß} apart. */
  @Test
  void onlyLettersOfSeveralCapitalsHaveOthers() throws SQLException {
    Set<String> others = new TreeSet<>();
    for (List<Cell> row :
        DATABASE
            .query(
                "SELECT c, upper(replace(c, 'ß', 'SS')), lower(replace(c, 'İ', 'i̇')) FROM "
                    + CODE_POINTS
                    + " WHERE lower(c) <> c OR upper(c) <> c OR c = 'ß' OR c > '\u007f'")
            .rows()) {
      String c = row.get(0).values().get(0);
      if (!c.codePoints().allMatch(Character::isDefined)
          || !row.get(1).values().get(0).codePoints().allMatch(Character::isDefined)
          || !row.get(2).values().get(0).codePoints().allMatch(Character::isDefined)) {
        // A letter of a younger Unicode than Java's.
        continue;
      }
      assertEquals(c.toLowerCase(Locale.ROOT), row.get(2).values().get(0), c);
      if (!c.toUpperCase(Locale.ROOT).equals(row.get(1).values().get(0))) {
        others.add(c);
      }
    }
    for (String letter : others) {
      String capitals = letter.toUpperCase(Locale.ROOT);
      assertTrue(capitals.codePointCount(0, capitals.length()) > 1, letter);
    }
  }

  private static Set<String> texts(String sql) throws SQLException {
    Set<String> texts = new TreeSet<>();
    for (List<Cell> row : DATABASE.query(sql).rows()) {
      texts.add(row.get(0).values().get(0));
    }
    return texts;
  }
}
