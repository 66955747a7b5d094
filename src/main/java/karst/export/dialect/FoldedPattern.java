package karst.export.dialect;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import karst.export.Sql;
import karst.export.SqlShape;
import karst.type.CaseFolding;
import karst.type.WildcardPattern;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * A search term's pattern as LIKE. Where case does not count, the letters of the pattern alone are
 * folded in the text, one for one: so it never matters which letters a database knows the case of,
 * or in which language.
 */
final class FoldedPattern {
  /** Behind it there are no letters that have a case. */
  private static final int LAST = 0x1FFFF;

  private static final Map<Integer, String> CASES = cases();

  private FoldedPattern() {}

  /**
   * Returns whether a text matches.
   *
   * @param translate the template of {@code {0}} with each character of {@code {1}} replaced by
   *     that at its place in {@code {2}}
   * @param like the template of whether {@code {0}} is like {@code {1}}, where a backslash escapes
   */
  static RexNode matches(
      Sql sql,
      RexNode text,
      WildcardPattern pattern,
      boolean caseSensitive,
      String translate,
      String like) {
    String wanted = pattern.pattern();
    RexNode subject = text;
    if (!caseSensitive) {
      wanted = CaseFolding.fold(wanted);
      String from = otherCases(wanted);
      if (!from.isEmpty()) {
        String to = CaseFolding.fold(from);
        subject = sql.call(SqlShape.TEXT, translate, text, sql.text(from), sql.text(to));
      }
    }
    return pattern.hasWildcard()
        ? sql.call(SqlShape.TRUTH, like, subject, sql.text(like(wanted)))
        : sql.compare(SqlStdOperatorTable.EQUALS, subject, sql.text(wanted));
  }

  /** Returns a pattern in which all but the star stands for itself. */
  private static String like(String pattern) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '%' || c == '_' || c == '\\') {
        out.append('\\');
      }
      out.append(c == '*' ? '%' : c);
    }
    return out.toString();
  }

  /** Returns the characters that fold to those of a text and are others. */
  private static String otherCases(String folded) {
    Set<Integer> letters = new TreeSet<>();
    folded.codePoints().forEach(letters::add);
    return letters.stream().map(c -> CASES.getOrDefault(c, "")).collect(Collectors.joining());
  }

  private static Map<Integer, String> cases() {
    Map<Integer, String> cases = new TreeMap<>();
    IntStream.rangeClosed(1, LAST)
        .filter(c -> CaseFolding.fold(c) != c)
        .forEach(c -> cases.merge(CaseFolding.fold(c), Character.toString(c), String::concat));
    return cases;
  }
}
