package karst.exec.expression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import karst.function.FunctionContext;
import karst.function.ScalarFunction;
import karst.function.library.EvalOperators;
import karst.function.library.SearchPredicates;
import karst.plan.PlanCluster;
import karst.plan.ScalarOperator;
import karst.plan.SpecialOperators;
import karst.vector.Batch;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.StringVector;
import karst.vector.TextOf;
import karst.vector.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

class ColumnEvaluatorProperties {
  private static final RexBuilder REX = PlanCluster.create().getRexBuilder();
  private static final RelDataType TEXT =
      REX.getTypeFactory()
          .createTypeWithNullability(REX.getTypeFactory().createSqlType(SqlTypeName.VARCHAR), true);
  private static final RexNode COLUMN = REX.makeInputRef(TEXT, 0);

  /** The dictionary grows from batch to batch, and each batch is asked for some of its rows. */
  @Property(tries = 300)
  void aCodedColumnAnswersAsItsTexts(
      @ForAll("expressions") RexNode expression,
      @ForAll("batches") List<List<@Nullable String>> batches,
      @ForAll boolean all) {
    Evaluator evaluator = evaluator(expression);
    Dictionary dictionary = new Dictionary();
    for (List<@Nullable String> texts : batches) {
      Batch coded = batch(coded(texts, dictionary), texts.size());
      Batch plain = batch(StringVector.of(texts.toArray(new String[0])), texts.size());
      Selection rows = all ? Selection.all(texts.size()) : Selection.range(0, texts.size() / 2);
      Evaluator naive = evaluator(expression);
      Vector expected = naive.evaluate(plain, rows);
      Vector found = evaluator.evaluate(coded, rows);
      assertEquals(rows.size(), found.size());
      for (int row = 0; row < rows.size(); row++) {
        assertEquals(TextOf.row(expected, row), TextOf.row(found, row));
      }
      assertArrayEquals(
          naive.select(plain, rows).toArray(), evaluator.select(coded, rows).toArray());
    }
  }

  @Example
  void aDefaultThatNoRowNeedsCostsNothing() {
    Vector texts = coded(List.of("a", "b", "a"), new Dictionary());
    Vector answer = evaluator(unlessBlank()).evaluate(batch(texts, 3), Selection.all(3));
    assertEquals(texts, answer);
  }

  @Example
  void textsOfACodedColumnAreCodedAgain() {
    List<@Nullable String> texts = new ArrayList<>(List.of("a", "b"));
    texts.add(null);
    Vector coded = coded(texts, new Dictionary());
    Vector answer = evaluator(unlessBlank()).evaluate(batch(coded, 3), Selection.all(3));
    assertInstanceOf(DictionaryVector.class, answer);
    assertEquals("unknown", TextOf.row(answer, 2));
  }

  @Provide
  Arbitrary<RexNode> expressions() {
    return Arbitraries.of(
        unlessBlank(),
        REX.makeCall(SpecialOperators.FIRST_PRESENT, unlessBlank(), REX.makeLiteral("null")),
        REX.makeCall(SpecialOperators.FIRST_PRESENT, COLUMN, REX.makeLiteral("none")),
        REX.makeCall(
            SqlStdOperatorTable.OR,
            call(SearchPredicates.EQUAL, COLUMN, "a*"),
            call(SearchPredicates.EQUAL, COLUMN, "b")),
        REX.makeCall(
            SqlStdOperatorTable.CASE,
            call(EvalOperators.EQUAL, COLUMN, "b"),
            COLUMN,
            REX.makeNullLiteral(TEXT)),
        call(SearchPredicates.EQUAL, unlessBlank(), "unknown"),
        call(EvalOperators.EQUAL, unlessBlank(), "a"),
        REX.makeCall(SqlStdOperatorTable.NOT, call(EvalOperators.EQUAL, COLUMN, "a")),
        REX.makeCall(SqlStdOperatorTable.IS_NULL, unlessBlank()));
  }

  private static RexNode unlessBlank() {
    RexNode blank =
        REX.makeCall(
            SqlStdOperatorTable.OR,
            REX.makeCall(SqlStdOperatorTable.IS_NULL, COLUMN),
            call(EvalOperators.EQUAL, COLUMN, ""));
    return REX.makeCall(SqlStdOperatorTable.CASE, blank, REX.makeLiteral("unknown"), COLUMN);
  }

  private static RexNode call(ScalarFunction function, RexNode value, String other) {
    return REX.makeCall(ScalarOperator.of(function), value, REX.makeLiteral(other));
  }

  @Provide
  Arbitrary<List<List<@Nullable String>>> batches() {
    Arbitrary<@Nullable String> text =
        Arbitraries.of("a", "b", "", "abc", "unknown", "é", "7").injectNull(0.2);
    return text.list().ofMaxSize(70).list().ofMaxSize(4);
  }

  private static Evaluator evaluator(RexNode expression) {
    return new EvaluatorFactory(new FunctionContext(0, ZoneOffset.UTC)).create(expression);
  }

  private static Batch batch(Vector column, int rows) {
    return Batch.of(Schema.ofStrings(List.of("x")), List.of(column), rows);
  }

  private static DictionaryVector coded(List<@Nullable String> texts, Dictionary dictionary) {
    int[] codes = new int[texts.size()];
    for (int row = 0; row < codes.length; row++) {
      StringVector text = StringVector.of(texts.get(row));
      codes[row] =
          text.isNull(0)
              ? DictionaryVector.NULL
              : dictionary.intern(text.heap(), text.start(0), text.end(0));
    }
    return new DictionaryVector(codes, dictionary, codes.length);
  }
}
