package karst.export;

import java.util.List;
import karst.type.Numbers;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Comparisons of eval and of search (spl-semantics §2.3, §3.3): two numbers compare by value,
 * numbers in text included, other values by the bytes of their texts.
 */
final class Comparisons {
  private Comparisons() {}

  /** What counts where one of the two is no number. */
  private enum Unlike {
    /** Their texts. */
    TEXTS,
    /** A number comes before every text. */
    NUMBERS_FIRST
  }

  /** Adds the comparisons to a table. */
  static ScalarRenderings addTo(ScalarRenderings table) {
    return table
        .with("==", comparison(SqlStdOperatorTable.EQUALS, Unlike.TEXTS))
        .with("!=", comparison(SqlStdOperatorTable.NOT_EQUALS, Unlike.TEXTS))
        .with("<", comparison(SqlStdOperatorTable.LESS_THAN, Unlike.NUMBERS_FIRST))
        .with("<=", comparison(SqlStdOperatorTable.LESS_THAN_OR_EQUAL, Unlike.NUMBERS_FIRST))
        .with(">", comparison(SqlStdOperatorTable.GREATER_THAN, Unlike.NUMBERS_FIRST))
        .with(">=", comparison(SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, Unlike.NUMBERS_FIRST))
        .with("search <", comparison(SqlStdOperatorTable.LESS_THAN, Unlike.TEXTS))
        .with("search <=", comparison(SqlStdOperatorTable.LESS_THAN_OR_EQUAL, Unlike.TEXTS))
        .with("search >", comparison(SqlStdOperatorTable.GREATER_THAN, Unlike.TEXTS))
        .with("search >=", comparison(SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, Unlike.TEXTS));
  }

  private static ScalarRendering comparison(SqlOperator operator, Unlike unlike) {
    return arguments -> compare(arguments, operator, unlike);
  }

  private static RexNode compare(ScalarArguments arguments, SqlOperator operator, Unlike unlike) {
    Sql sql = arguments.sql();
    RexNode left = arguments.get(0);
    RexNode right = arguments.get(1);
    if (Sql.isNull(left) || Sql.isNull(right)) {
      return sql.nothing(SqlShape.TRUTH);
    }
    RexNode numbers = sql.compare(operator, sql.toNumber(left), sql.toNumber(right));
    if (isNumeric(left) && isNumeric(right)) {
      return numbers;
    }
    RexNode texts = texts(sql, operator, left, right);
    return switch (unlike) {
      case NUMBERS_FIRST -> numbersFirst(arguments, operator, numbers, texts);
      case TEXTS -> {
        if (isNoNumber(left) || isNoNumber(right)) {
          yield texts;
        }
        boolean oneIsNumber = isNumeric(left) || isNumeric(right);
        // A number equals no text that is none.
        yield arguments.lenient() && oneIsNumber && operator == SqlStdOperatorTable.EQUALS
            ? numbers
            : sql.firstPresent(numbers, texts);
      }
    };
  }

  private static RexNode texts(Sql sql, SqlOperator operator, RexNode left, RexNode right) {
    boolean equality =
        operator == SqlStdOperatorTable.EQUALS || operator == SqlStdOperatorTable.NOT_EQUALS;
    RexNode text = sql.toText(left);
    return sql.compare(operator, equality ? text : sql.byBytes(text), sql.toText(right));
  }

  private static RexNode numbersFirst(
      ScalarArguments arguments, SqlOperator operator, RexNode numbers, RexNode texts) {
    Sql sql = arguments.sql();
    RexNode left = arguments.get(0);
    RexNode right = arguments.get(1);
    boolean less =
        operator == SqlStdOperatorTable.LESS_THAN
            || operator == SqlStdOperatorTable.LESS_THAN_OR_EQUAL;
    if (isNumeric(right)) {
      return numberAgainst(arguments, left, right, numbers, !less);
    }
    if (isNumeric(left)) {
      return numberAgainst(arguments, right, left, numbers, less);
    }
    if (isNoNumber(left) && isNoNumber(right)) {
      return texts;
    }
    return sql.choice(
        List.of(
            sql.and(sql.isPresent(sql.toNumber(left)), sql.isPresent(sql.toNumber(right))),
            numbers,
            sql.and(sql.isPresent(sql.toNumber(left)), sql.isPresent(right)),
            sql.truth(less),
            sql.and(sql.isPresent(sql.toNumber(right)), sql.isPresent(left)),
            sql.truth(!less),
            texts));
  }

  /**
   * A number against what may be one.
   *
   * @param numbers the answer if it is one
   * @param ofText the answer if it is none
   */
  private static RexNode numberAgainst(
      ScalarArguments arguments, RexNode value, RexNode number, RexNode numbers, boolean ofText) {
    Sql sql = arguments.sql();
    if (arguments.lenient() && !ofText) {
      return numbers;
    }
    RexNode present =
        number instanceof RexLiteral || Sql.constant(number) != null
            ? sql.isPresent(value)
            : sql.and(sql.isPresent(value), sql.isPresent(number));
    return arguments.lenient()
        ? sql.firstPresent(numbers, present)
        : sql.choice(
            List.of(
                present,
                sql.firstPresent(numbers, sql.truth(ofText)),
                sql.nothing(SqlShape.TRUTH)));
  }

  /** Whether a value is a number in any case: a column of numbers, or a constant that is one. */
  private static boolean isNumeric(RexNode node) {
    String constant = Sql.constant(node);
    return constant == null ? Sql.shape(node).isNumeric() : Numbers.isNumber(constant);
  }

  private static boolean isNoNumber(RexNode node) {
    String constant = Sql.constant(node);
    return constant != null && !Numbers.isNumber(constant);
  }
}
