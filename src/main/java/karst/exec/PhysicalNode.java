package karst.exec;

import java.util.List;
import karst.vector.Schema;

/**
 * A node of a physical plan: immutable, and opened once for each run.
 *
 * <p>Explain prints it: its name, its details, its inputs.
 */
public interface PhysicalNode {
  /** Returns the columns that come out. */
  Schema schema();

  /** Returns the nodes that rows come from. */
  List<PhysicalNode> inputs();

  /** Returns the node in one line, inputs left out. */
  String describe();

  /** Opens the node and its inputs for a run. */
  Operator open(RunContext context);

  /**
   * Opens the node and its inputs for a run by several threads.
   *
   * @param most how many operators at most
   * @return at least one operator, each for a thread of its own, whose batches may be looked at
   *     until the next one is asked for: the rows of the first one, then those of the second, and
   *     so on are the rows that {@link #open} gives, in their order
   */
  default List<Operator> openParts(RunContext context, int most) {
    return List.of(open(context));
  }

  /** Returns the tree as text, inputs indented below their node. */
  default String explain() {
    StringBuilder out = new StringBuilder();
    explain(out, 0);
    return out.toString();
  }

  private void explain(StringBuilder out, int depth) {
    out.append("  ".repeat(depth)).append(describe()).append('\n');
    for (PhysicalNode input : inputs()) {
      input.explain(out, depth + 1);
    }
  }
}
