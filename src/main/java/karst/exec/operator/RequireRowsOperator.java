package karst.exec.operator;

import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.RequireRows;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.vector.Batch;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/** Passes rows on, and ends the search with an error when there are none. */
public final class RequireRowsOperator implements Operator {
  private final RequireRows require;
  private final Operator input;
  private boolean any;

  /** Opens the only input's rows. */
  public RequireRowsOperator(
      RequireRows require,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    this.require = require;
    this.input = inputs.get(0);
  }

  @Override
  public @Nullable Batch next() {
    Batch batch = input.next();
    if (batch == null && !any) {
      throw Diagnostic.error(DiagnosticCode.NO_ROWS, "`require` got no rows")
          .at(require.place())
          .hint("the commands before it make none from these data")
          .toException();
    }
    any = true;
    return batch;
  }

  @Override
  public void close() {
    input.close();
  }
}
