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

  /** Adds the comparisons to a table. */
  static ScalarRenderings addTo(ScalarRenderings table) {
    return table
        .with("==", arguments -> equality(arguments, SqlStdOperatorTable.EQUALS))
        .with("!=", arguments -> equality(arguments, SqlStdOperatorTable.NOT_EQUALS))
        .with("<", arguments -> order(arguments, SqlStdOperatorTable.LESS_THAN, true))
        .with("<=", arguments -> order(arguments, SqlStdOperatorTable.LESS_THAN_OR_EQUAL, true))
        .with(">", arguments -> order(arguments, SqlStdOperatorTable.GREATER_THAN, true))
        .with(">=", arguments -> order(arguments, SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, true))
        .with("search <", arguments -> order(arguments, SqlStdOperatorTable.LESS_THAN, false))
        .with(
            "search <=",
            arguments -> order(arguments, SqlStdOperatorTable.LESS_THAN_OR_EQUAL, false))
        .with("search >", arguments -> order(arguments, SqlStdOperatorTable.GREATER_THAN, false))
        .with(
            "search >=",
            arguments -> order(arguments, SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, false));
  }

  private static RexNode equality(ScalarArguments arguments, SqlOperator operator) {
    Sql sql = arguments.sql();
    RexNode left = arguments.get(0);
    RexNode right = arguments.get(1);
    if (Sql.isNull(left) || Sql.isNull(right)) {
      return sql.nothing(SqlShape.TRUTH);
    }
    if (isNumeric(left) && isNumeric(right)) {
      return sql.compare(operator, sql.toNumber(left), sql.toNumber(right));
    }
    RexNode texts = sql.compare(operator, sql.toText(left), sql.toText(right));
    if (isNoNumber(left) || isNoNumber(right)) {
      return texts;
    }
    RexNode numbers = sql.compare(operator, sql.toNumber(left), sql.toNumber(right));
    boolean oneIsNumber = isNumeric(left) || isNumeric(right);
    boolean wanted = operator == SqlStdOperatorTable.EQUALS;
    // A number equals no text that is none.
    return arguments.lenient() && oneIsNumber && wanted
        ? numbers
        : sql.firstPresent(numbers, texts);
  }

  /**
   * An order.
   *
   * @param numbersFirst whether a number comes before every text; else their texts compare
   */
  private static RexNode order(
      ScalarArguments arguments, SqlOperator operator, boolean numbersFirst) {
    Sql sql = arguments.sql();
    RexNode left = arguments.get(0);
    RexNode right = arguments.get(1);
    if (Sql.isNull(left) || Sql.isNull(right)) {
      return sql.nothing(SqlShape.TRUTH);
    }
    if (isNumeric(left) && isNumeric(right)) {
      return sql.compare(operator, sql.toNumber(left), sql.toNumber(right));
    }
    RexNode numbers = sql.compare(operator, sql.toNumber(left), sql.toNumber(right));
    RexNode texts = sql.compare(operator, sql.toText(left), sql.toText(right));
    if (!numbersFirst) {
      return isNoNumber(left) || isNoNumber(right) ? texts : sql.firstPresent(numbers, texts);
    }
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
