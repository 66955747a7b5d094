package karst.exec.shared;

import java.util.List;
import karst.exec.RunContext;
import karst.exec.expression.Evaluator;
import karst.exec.expression.EvaluatorFactory;
import karst.exec.expression.RequiredTexts;
import karst.table.RequiredText;
import karst.table.ScanFilter;
import karst.vector.Batch;
import karst.vector.Selection;
import org.apache.calcite.rex.RexNode;

/** Lets the rows through for which one of some conditions is true. */
final class AnyCondition implements ScanFilter {
  /** Texts of more conditions than these are found in too many places to be worth the search. */
  private static final int FEW = 4;

  private final List<RexNode> conditions;
  private final List<Integer> columns;
  private final RunContext context;

  /**
   * Creates a filter.
   *
   * @param conditions over the columns of a table
   * @param columns those columns that the conditions read
   */
  AnyCondition(List<RexNode> conditions, List<Integer> columns, RunContext context) {
    this.conditions =
        conditions.stream().map(condition -> Conditions.among(condition, columns)).toList();
    this.columns = columns;
    this.context = context;
  }

  @Override
  public List<Integer> columns() {
    return columns;
  }

  @Override
  public List<RequiredText> required() {
    return conditions.size() > FEW ? List.of() : RequiredTexts.of(Conditions.any(conditions));
  }

  @Override
  public RowPredicate open() {
    EvaluatorFactory factory = EvaluatorFactory.sharing(context.functionContext());
    List<Evaluator> evaluators = conditions.stream().map(factory::create).toList();
    return batch -> select(evaluators, batch);
  }

  private static Selection select(List<Evaluator> evaluators, Batch batch) {
    try {
      return Evaluator.any(evaluators, batch);
    } catch (RuntimeException | StackOverflowError failure) {
      // Whose condition it is comes out when each is asked alone.
      return batch.selection();
    }
  }
}
