package karst.exec.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import karst.function.ScalarFunction;
import karst.function.library.EvalOperators;
import karst.function.library.ScalarFunctions;
import karst.function.library.SearchPredicates;
import karst.plan.PlanCluster;
import karst.plan.ScalarOperator;
import karst.table.RequiredText;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.Test;

class RequiredTextsTest {
  private final RexBuilder rex = PlanCluster.create().getRexBuilder();
  private final RelDataType text =
      rex.getTypeFactory()
          .createTypeWithNullability(rex.getTypeFactory().createSqlType(SqlTypeName.VARCHAR), true);
  private final RexNode column = rex.makeInputRef(text, 0);

  @Test
  void aComparisonNeedsItsConstantOrItsLongestRun() {
    assertEquals(needs("cmd.exe"), RequiredTexts.of(equal(column, "cmd.exe")));
    assertEquals(needs("-encoded"), RequiredTexts.of(equal(column, "*p*-encoded*")));
    assertEquals(List.of(), RequiredTexts.of(equal(column, "*")));
    assertEquals(List.of(), RequiredTexts.of(equal(column, "")));
  }

  @Test
  void anAlternativeNeedsWhatEitherSideNeeds() {
    RexNode both = rex.makeCall(SqlStdOperatorTable.OR, equal(column, "a.exe"), equal(column, "b"));
    assertEquals(needs("a.exe", "b"), RequiredTexts.of(both));
    RexNode present = rex.makeCall(SqlStdOperatorTable.IS_NULL, column);
    assertEquals(
        List.of(),
        RequiredTexts.of(rex.makeCall(SqlStdOperatorTable.OR, equal(column, "a"), present)));
  }

  @Test
  void aConjunctionNeedsBoth() {
    RexNode both =
        rex.makeCall(SqlStdOperatorTable.AND, equal(column, "a.exe"), equal(column, "b*"));
    assertEquals(
        List.of(new RequiredText(List.of("a.exe")), new RequiredText(List.of("b"))),
        RequiredTexts.of(both));
  }

  @Test
  void whatIsNotTrueOfATextNeedsNothing() {
    RexNode not = rex.makeCall(SqlStdOperatorTable.NOT, equal(column, "a.exe"));
    assertEquals(List.of(), RequiredTexts.of(not));
    assertEquals(
        List.of(), RequiredTexts.of(call(SearchPredicates.NOT_EQUAL, column, literal("a.exe"))));
  }

  @Test
  void aSubnetOrANumberIsWrittenInManyWays() {
    assertEquals(List.of(), RequiredTexts.of(equal(column, "10.0.0.0/8")));
    assertEquals(List.of(), RequiredTexts.of(call(EvalOperators.EQUAL, column, literal("100"))));
    assertEquals(needs("ten"), RequiredTexts.of(call(EvalOperators.EQUAL, column, literal("ten"))));
  }

  @Test
  void aChoiceIsSeenThrough() {
    RexNode choice =
        rex.makeCall(
            SqlStdOperatorTable.CASE,
            rex.makeCall(SqlStdOperatorTable.IS_NULL, column),
            literal("unknown"),
            replaced("(?s)^\\s*(\\S+).*$"));
    assertEquals(needs("cmd.exe"), RequiredTexts.of(equal(choice, "cmd.exe")));
    assertEquals(List.of(), RequiredTexts.of(equal(choice, "unk*")));
  }

  @Test
  void onlyAWholeTextBecomesAPartOfItself() {
    assertEquals(needs("cmd.exe"), RequiredTexts.of(equal(replaced("^(.*)$"), "cmd.exe")));
    for (String regex : List.of("(a)", "^(a)", "(a)$", "^(a)|b$", "(?m)^(a)$", "^(a)\\$")) {
      assertEquals(List.of(), RequiredTexts.of(equal(replaced(regex), "cmd.exe")), regex);
    }
  }

  private RexNode replaced(String regex) {
    ScalarFunction replace = Objects.requireNonNull(ScalarFunctions.table().find("replace"));
    return call(replace, column, literal(regex), literal("\\1"));
  }

  private RexNode equal(RexNode value, String pattern) {
    return call(SearchPredicates.EQUAL, value, literal(pattern));
  }

  private RexNode call(ScalarFunction function, RexNode... operands) {
    return rex.makeCall(ScalarOperator.of(function), operands);
  }

  private RexNode literal(String value) {
    return rex.makeLiteral(value);
  }

  private static List<RequiredText> needs(String... texts) {
    return List.of(new RequiredText(List.of(texts)));
  }
}
