package karst.exec.expression;

import java.util.List;
import karst.vector.Batch;
import karst.vector.BooleanVector;
import karst.vector.Kind;
import karst.vector.Selection;
import karst.vector.Validity;
import karst.vector.Vector;

/** Three-valued AND and OR as vectors, for expressions whose nulls matter further up. */
final class Kleene {
  private Kleene() {}

  /**
   * Evaluates a chain of operands.
   *
   * @param decisive the value that decides whatever the others are: false for AND, true for OR
   */
  static Vector evaluate(List<Evaluator> operands, Batch batch, Selection rows, boolean decisive) {
    int size = rows.size();
    long[] decided = Validity.none(size);
    long[] unknown = Validity.none(size);
    Selection open = Selection.all(size);
    for (Evaluator operand : operands) {
      if (open.size() == 0) {
        break;
      }
      Vector values = operand.evaluate(batch, rows.compose(open));
      int[] still = new int[open.size()];
      int count = 0;
      for (int i = 0; i < open.size(); i++) {
        int row = open.row(i);
        if (values.kindAt(i) != Kind.BOOLEAN) {
          Validity.set(unknown, row);
          still[count++] = row;
        } else if (values.booleanAt(i) == decisive) {
          Validity.set(decided, row);
        } else {
          still[count++] = row;
        }
      }
      open = Selection.of(still, count);
    }
    long[] bits = new long[decided.length];
    long[] valid = new long[decided.length];
    for (int i = 0; i < bits.length; i++) {
      valid[i] = decided[i] | ~unknown[i];
      bits[i] = decisive ? decided[i] : ~decided[i];
    }
    return new BooleanVector(bits, valid, size);
  }
}
