package karst.export;

import java.util.regex.Pattern;
import karst.function.library.CidrBlock;
import karst.type.InvalidSyntaxException;
import karst.type.Numbers;
import karst.type.WildcardPattern;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** The equalities of search terms: patterns with wildcards (spl-semantics §2.2). */
final class SearchTerms {
  private static final Pattern SUBNET = Pattern.compile("[0-9a-fA-F.:]+/\\d+");

  private SearchTerms() {}

  /** Adds the terms to a table. */
  static ScalarRenderings addTo(ScalarRenderings table) {
    return table
        .with("search =", arguments -> term(arguments, false))
        .with("search =case", arguments -> term(arguments, true))
        .with("search !=", arguments -> negation(arguments, false))
        .with("search !=case", arguments -> negation(arguments, true));
  }

  /** A field that is missing differs from nothing. */
  private static RexNode negation(ScalarArguments arguments, boolean caseSensitive) {
    Sql sql = arguments.sql();
    WildcardPattern pattern = WildcardPattern.compile(arguments.constant(1), caseSensitive);
    return pattern.matchesEverything() ? sql.truth(false) : sql.not(term(arguments, caseSensitive));
  }

  private static RexNode term(ScalarArguments arguments, boolean caseSensitive) {
    Sql sql = arguments.sql();
    String text = arguments.constant(1);
    RexNode field = arguments.get(0);
    WildcardPattern pattern = WildcardPattern.compile(text, caseSensitive);
    if (Sql.isNull(field)) {
      return sql.nothing(SqlShape.TRUTH);
    }
    if (pattern.matchesEverything()) {
      return sql.isPresent(field);
    }
    if (SUBNET.matcher(text).matches()) {
      return subnet(sql, sql.toText(field), text);
    }
    boolean number = Sql.shape(field).isNumeric();
    if (number && isWritten(text)) {
      return sql.compare(SqlStdOperatorTable.EQUALS, field, sql.toNumber(sql.text(text)));
    }
    return sql.dialect().matches(sql, sql.toText(field), pattern, caseSensitive);
  }

  private static RexNode subnet(Sql sql, RexNode field, String text) {
    try {
      return sql.dialect().inSubnet(sql, field, CidrBlock.parse(text), text);
    } catch (InvalidSyntaxException none) {
      throw sql.dialect().refusal("an address in `" + text + "`");
    }
  }

  /** Whether a text is how SPL writes a number. */
  private static boolean isWritten(String text) {
    return Numbers.isNumber(text)
        && Double.isFinite(Numbers.parse(text))
        && Numbers.format(Numbers.parse(text)).equals(text);
  }
}
