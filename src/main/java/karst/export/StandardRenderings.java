package karst.export;

import java.util.List;
import karst.type.Numbers;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** The functions that mean the same in every dialect, once the dialect says what a number is. */
public final class StandardRenderings {
  private StandardRenderings() {}

  /** Returns their table. */
  public static ScalarRenderings table() {
    ScalarRenderings table = new ScalarRenderings();
    Comparisons.addTo(table);
    SearchTerms.addTo(table);
    return table
        .with("*", SqlShape.NUMBER, "{0} * {1}")
        .with("-", SqlShape.NUMBER, "{0} - {1}")
        .with("/", SqlShape.NUMBER, "{0} / nullif({1}, 0)")
        .with("negate", SqlShape.NUMBER, "0 - {0}")
        .with(".", SqlShape.TEXT, "{0} || {1}")
        .with("abs", SqlShape.NUMBER, "abs({0})")
        .with("isnum", StandardRenderings::isNumber)
        .with("+", StandardRenderings::add)
        .with("tostring", StandardRenderings::toText)
        .with("tonumber", StandardRenderings::toNumber);
  }

  private static RexNode isNumber(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    return sql.isPresent(sql.toNumber(arguments.get(0)));
  }

  private static RexNode toNumber(ScalarArguments arguments) {
    if (arguments.size() > 1) {
      throw arguments.sql().dialect().refusal("numbers of another base");
    }
    Sql sql = arguments.sql();
    RexNode number = arguments.number(0);
    return Sql.shape(arguments.get(0)) == SqlShape.TEXT && !(number instanceof RexLiteral)
        ? sql.call(SqlShape.NUMBER, sql.dialect().withoutNan(), number)
        : number;
  }

  /** The sum of two numbers, else the two texts joined. */
  private static RexNode add(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    RexNode left = arguments.get(0);
    RexNode right = arguments.get(1);
    if (Sql.shape(left).isNumeric() && Sql.shape(right).isNumeric()) {
      return sql.call(SqlShape.NUMBER, "{0} + {1}", sql.toDouble(left), sql.toDouble(right));
    }
    RexNode joined =
        sql.standard(
            SqlShape.TEXT,
            SqlStdOperatorTable.CONCAT,
            List.of(sql.toText(left), sql.toText(right)));
    if (isText(left) || isText(right)) {
      return joined;
    }
    RexNode sum = sql.call(SqlShape.NUMBER, "{0} + {1}", sql.toDouble(left), sql.toDouble(right));
    return sql.firstPresent(sql.toText(sum), joined);
  }

  private static boolean isText(RexNode node) {
    String constant = Sql.constant(node);
    return constant != null && !Numbers.isNumber(constant);
  }

  private static RexNode toText(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    if (arguments.size() > 1) {
      throw sql.dialect().refusal("a number as " + arguments.constant(1));
    }
    RexNode value = arguments.get(0);
    return Sql.shape(value) == SqlShape.TRUTH
        ? sql.choice(
            List.of(
                value,
                sql.text("True"),
                sql.not(value),
                sql.text("False"),
                sql.nothing(SqlShape.TEXT)))
        : sql.toText(value);
  }
}
