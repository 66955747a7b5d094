package karst.exec.expression;

import java.util.List;
import karst.plan.SpecialOperators;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.BooleanVector;
import karst.vector.Column;
import karst.vector.DictionaryVector;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Validity;
import karst.vector.Vector;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;

/** An expression over one column: of a coded column it is computed once for each distinct value. */
final class ColumnEvaluator implements Evaluator {
  private static final Schema ALONE = new Schema(List.of(new Column("value", SplType.DYNAMIC)));

  private final int column;
  private final Evaluator inner;
  private final DictionaryMemo values = new DictionaryMemo();
  private final DictionaryMemo truths = new DictionaryMemo();

  /**
   * Creates an evaluator.
   *
   * @param column the column
   * @param inner the expression over a batch of that column alone
   */
  ColumnEvaluator(int column, Evaluator inner) {
    this.column = column;
    this.inner = inner;
  }

  /**
   * Returns the only column that an expression reads, -1 if there is none or the expression may not
   * be computed by value, or is as quick to compute by row.
   */
  static int columnOf(RexCall call) {
    ImmutableBitSet read = RelOptUtil.InputFinder.bits(call);
    boolean plain = call.getOperands().stream().noneMatch(RexCall.class::isInstance);
    boolean choice =
        call.getKind() == SqlKind.CASE || call.getOperator() == SpecialOperators.FIRST_PRESENT;
    return read.cardinality() == 1
            && (!plain || choice)
            && RexUtil.isDeterministic(call)
            && !readsValues(call)
        ? read.nth(0)
        : -1;
  }

  /** Whether an expression reads more of a batch than its columns. */
  private static boolean readsValues(RexNode node) {
    return node instanceof RexCall call
        && (call.getOperator() == SpecialOperators.ELEMENT
            || call.getOperator() == SpecialOperators.EACH_VALUE
            || call.getOperands().stream().anyMatch(ColumnEvaluator::readsValues));
  }

  /** Returns an expression over one column as one over a batch of that column alone. */
  static RexNode alone(RexNode expression) {
    return expression.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef input) {
            return new RexInputRef(0, input.getType());
          }
        });
  }

  @Override
  public Vector evaluate(Batch batch, Selection rows) {
    Vector vector = batch.vector(column);
    return vector instanceof DictionaryVector coded
        ? values.apply(packed(coded, rows), this::compute)
        : inner.evaluate(alone(vector), rows);
  }

  @Override
  public Selection select(Batch batch, Selection rows) {
    Vector vector = batch.vector(column);
    return vector instanceof DictionaryVector coded
        ? Truth.select(truths.apply(packed(coded, rows), this::decide), rows)
        : inner.select(alone(vector), rows);
  }

  private static DictionaryVector packed(DictionaryVector coded, Selection rows) {
    return rows.isAll(coded.size()) ? coded : coded.gather(rows);
  }

  private static Batch alone(Vector vector) {
    return Batch.of(ALONE, List.of(vector), vector.size());
  }

  private Vector compute(Vector distinct) {
    return inner.evaluate(alone(distinct), Selection.all(distinct.size()));
  }

  private Vector decide(Vector distinct) {
    Selection passing = inner.select(alone(distinct), Selection.all(distinct.size()));
    long[] bits = Validity.none(distinct.size());
    for (int i = 0; i < passing.size(); i++) {
      Validity.set(bits, passing.row(i));
    }
    return new BooleanVector(bits, null, distinct.size());
  }
}
