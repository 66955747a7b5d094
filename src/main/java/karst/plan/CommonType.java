package karst.plan;

import java.util.List;
import karst.type.SplType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** The type of a column that takes its values from several expressions. */
final class CommonType {
  private CommonType() {}

  /** Returns the one type of all values that are not constant null, or the type of anything. */
  static RelDataType of(PlanContext context, List<RexNode> values) {
    SplType common = null;
    for (RexNode value : values) {
      SplType type = typeOf(value);
      if (type == null) {
        continue;
      }
      if (common != null && !common.equals(type)) {
        return context.type(SplType.DYNAMIC);
      }
      common = type;
    }
    return context.type(common == null ? SplType.STRING : common);
  }

  private static @Nullable SplType typeOf(RexNode value) {
    boolean isNull = value instanceof RexLiteral literal && literal.isNull();
    return isNull ? null : TypeMapping.fromRel(value.getType());
  }
}
