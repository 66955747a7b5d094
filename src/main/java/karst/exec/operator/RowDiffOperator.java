package karst.exec.operator;

import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.RowDiff;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.type.TextDiff;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.TextOf;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/** Makes one row that says how two rows differ. */
public final class RowDiffOperator extends BlockingOperator {
  private static final String SAME = "Results are the same";

  private final RowDiff diff;
  private final Schema schema;
  private final RunContext context;

  /** Opens the only input's rows. */
  public RowDiffOperator(
      RowDiff diff,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("diff", inputs.get(0), schemas.get(0), context);
    this.diff = diff;
    this.schema = schema;
    this.context = context;
  }

  @Override
  Batch transform(Batch all) {
    VectorBuilder out = new VectorBuilder(1);
    long needed = Math.max(diff.first(), diff.second());
    if (needed > all.rowCount()) {
      context.report(
          Diagnostic.warning(
              DiagnosticCode.ROW_LIMIT,
              "`diff` has nothing to compare: there is no row " + needed));
    } else {
      out.append(text(all));
    }
    int rows = out.size();
    return Batch.of(schema, List.of(out.build()), rows);
  }

  private String text(Batch all) {
    int first = (int) diff.first() - 1;
    int second = (int) diff.second() - 1;
    TextDiff changes = TextDiff.of(compared(all, first), compared(all, second));
    if (changes.isEmpty()) {
      return SAME;
    }
    String before = diff.named() ? cell(all, diff.source(), first) : null;
    String after = diff.named() ? cell(all, diff.source(), second) : null;
    return diff.context() ? changes.context(before, after) : changes.unified(before, after);
  }

  private String compared(Batch all, int row) {
    String text = cell(all, diff.column(), row);
    return text.substring(0, (int) Math.min(text.length(), diff.maxLength()));
  }

  private static String cell(Batch all, int column, int row) {
    @Nullable String text = column < 0 ? null : TextOf.row(all.vector(column), row);
    return text == null ? "" : text;
  }
}
