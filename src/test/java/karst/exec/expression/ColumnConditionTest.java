package karst.exec.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import karst.function.library.SearchPredicates;
import karst.plan.PlanCluster;
import karst.plan.RexPrinter;
import karst.plan.ScalarOperator;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnConditionTest {
  private final RexBuilder rex = PlanCluster.create().getRexBuilder();
  private final RelDataType text =
      rex.getTypeFactory()
          .createTypeWithNullability(rex.getTypeFactory().createSqlType(SqlTypeName.VARCHAR), true);
  private final RexNode one = is(0, "one");
  private final RexNode two = is(1, "two");

  @Test
  void ofAConjunctionAColumnKeepsItsOwnPart() {
    RexNode both = rex.makeCall(SqlStdOperatorTable.AND, one, two);
    assertEquals("x = \"one\"", of(both, 0));
    assertEquals("x = \"two\"", of(both, 1));
    assertNull(of(both, 2));
  }

  @Test
  void anAlternativeOfAnotherColumnLeavesNothing() {
    assertNull(of(rex.makeCall(SqlStdOperatorTable.OR, one, two), 0));
    assertEquals(
        "x = \"one\" OR x = \"1\"", of(rex.makeCall(SqlStdOperatorTable.OR, one, is(0, "1")), 0));
  }

  @Test
  void aBranchOfAChoiceSaysThatThoseBeforeWereNotTaken() {
    RexNode choice =
        rex.makeCall(
            SqlStdOperatorTable.CASE,
            one,
            rex.makeLiteral(false),
            two,
            two,
            rex.makeLiteral(false));
    assertEquals("case(x = \"one\", false, true)", of(choice, 0));
    assertEquals("x = \"two\"", of(choice, 1));
  }

  @Test
  void aNegationOfSeveralColumnsLeavesNothing() {
    RexNode both = rex.makeCall(SqlStdOperatorTable.AND, one, two);
    assertNull(of(rex.makeCall(SqlStdOperatorTable.NOT, both), 0));
  }

  private @Nullable String of(RexNode condition, int column) {
    RexNode part = ColumnCondition.of(condition, column);
    return part == null ? null : RexPrinter.print(part, List.of("x"));
  }

  private RexNode is(int column, String value) {
    return rex.makeCall(
        ScalarOperator.of(SearchPredicates.EQUAL),
        rex.makeInputRef(text, column),
        rex.makeLiteral(value));
  }
}
