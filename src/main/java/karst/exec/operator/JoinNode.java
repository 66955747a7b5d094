package karst.exec.operator;

import java.util.List;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.plan.rel.SplJoin;
import karst.vector.Schema;

/**
 * Joins rows by hashing the right and streaming the left, whose order is kept.
 *
 * @param left the rows that are kept in order
 * @param right the rows that are held in memory
 * @param options what matches, and how often
 * @param keepsUnmatched whether a row of the left that meets none stays
 * @param schema the columns of the left, then those of the right
 */
public record JoinNode(
    PhysicalNode left,
    PhysicalNode right,
    SplJoin.Options options,
    boolean keepsUnmatched,
    Schema schema)
    implements PhysicalNode {
  @Override
  public List<PhysicalNode> inputs() {
    return List.of(left, right);
  }

  @Override
  public String describe() {
    return "HashJoin(type="
        + (keepsUnmatched ? "left" : "inner")
        + ", keys="
        + options.leftKeys().stream().map(left.schema().names()::get).toList()
        + (options.max() == Long.MAX_VALUE ? "" : ", max=" + options.max())
        + ")";
  }

  @Override
  public Operator open(RunContext context) {
    return new JoinOperator(this, left.open(context), right.open(context), context);
  }
}
