package karst.exec.expression;

import java.math.BigDecimal;
import karst.vector.BooleanVector;
import karst.vector.DoubleVector;
import karst.vector.NullVector;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.apache.calcite.rex.RexLiteral;

/** Constants of plans as vectors. */
final class Literals {
  private Literals() {}

  /** Returns a literal as a vector of one row. */
  static Vector vector(RexLiteral literal) {
    if (literal.isNull()) {
      return new NullVector(1);
    }
    return switch (literal.getTypeName()) {
      case CHAR, VARCHAR -> StringVector.of(String.valueOf(literal.getValueAs(String.class)));
      case BOOLEAN ->
          new BooleanVector(new long[] {RexLiteral.booleanValue(literal) ? 1L : 0L}, null, 1);
      default -> {
        BigDecimal value = literal.getValueAs(BigDecimal.class);
        if (value == null) {
          throw new IllegalArgumentException("no vector for " + literal);
        }
        yield new DoubleVector(new double[] {value.doubleValue()}, null, 1);
      }
    };
  }
}
