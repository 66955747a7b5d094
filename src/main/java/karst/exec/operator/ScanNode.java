package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.exec.expression.ColumnCondition;
import karst.exec.expression.Evaluator;
import karst.exec.expression.EvaluatorFactory;
import karst.exec.expression.LastingCondition;
import karst.exec.expression.NumberBounds;
import karst.exec.expression.RequiredTexts;
import karst.table.NumberRange;
import karst.table.RequiredText;
import karst.table.Scan;
import karst.table.ScanFilter;
import karst.table.ScanRequest;
import karst.table.Table;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads some columns of a table, and only the rows that a predicate lets through.
 *
 * @param table the table
 * @param columns indexes into the table's schema, in the order of {@code schema}
 * @param predicate over {@code predicateColumns} by position; null for all rows
 * @param predicateColumns the table columns that the predicate reads
 * @param predicateText the predicate for explain; empty for none
 * @param schema the columns that come out
 */
public record ScanNode(
    Table table,
    List<Integer> columns,
    @Nullable RexNode predicate,
    List<Integer> predicateColumns,
    String predicateText,
    Schema schema)
    implements PhysicalNode {
  public ScanNode {
    columns = List.copyOf(columns);
    predicateColumns = List.copyOf(predicateColumns);
  }

  @Override
  public List<PhysicalNode> inputs() {
    return List.of();
  }

  @Override
  public String describe() {
    String where = predicateText.isEmpty() ? "" : ", predicate=[" + predicateText + "]";
    return "Scan(table=[" + table.name() + "], columns=" + schema.names() + where + ")";
  }

  @Override
  public Operator open(RunContext context) {
    Scan shared = context.shared().open(this, context);
    Scan scan = shared == null ? table.scan(request(context), context) : shared;
    return new ScanOperator(scan, schema);
  }

  @Override
  public List<Operator> openParts(RunContext context, int most) {
    Scan shared = context.shared().open(this, context);
    if (shared != null) {
      return List.of(new ScanOperator(shared, schema));
    }
    List<Operator> parts = new ArrayList<>();
    for (Scan scan : table.scanParts(request(context), context, most)) {
      parts.add(new ScanOperator(scan, schema));
    }
    return parts;
  }

  private ScanRequest request(RunContext context) {
    ScanFilter filter = predicate == null ? null : new Filter(predicate, predicateColumns, context);
    return new ScanRequest(columns, filter);
  }

  /**
   * Evaluates the predicate inside the scan; each worker opens its own evaluators.
   *
   * @param condition over the columns by position
   */
  private record Filter(RexNode condition, List<Integer> columns, RunContext context)
      implements ScanFilter {
    @Override
    public List<RequiredText> required() {
      return RequiredTexts.of(condition);
    }

    @Override
    public @Nullable ScanFilter on(int column) {
      RexNode part = ColumnCondition.of(condition, columns.indexOf(column));
      return part == null ? null : new Filter(part, List.of(column), context);
    }

    @Override
    public @Nullable NumberRange range(int column) {
      return NumberBounds.of(condition, columns.indexOf(column));
    }

    @Override
    public @Nullable Object key() {
      return LastingCondition.is(condition) ? condition : null;
    }

    @Override
    public RowPredicate open() {
      Evaluator evaluator = new EvaluatorFactory(context.functionContext()).create(condition);
      return batch -> evaluator.select(batch, batch.selection());
    }
  }

  /** A running scan. */
  private record ScanOperator(Scan scan, Schema schema) implements Operator {
    @Override
    public @Nullable Batch next() {
      Batch batch = scan.next();
      while (batch != null && batch.rowCount() == 0) {
        batch = scan.next();
      }
      return batch == null ? null : renamed(batch);
    }

    private Batch renamed(Batch batch) {
      Selection selection = batch.selection();
      return new Batch(schema, batch.vectors(), selection);
    }

    @Override
    public void close() {
      scan.close();
    }
  }
}
