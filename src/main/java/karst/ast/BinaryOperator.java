package karst.ast;

/**
 * Operators between two expressions, with their strength (spl-semantics §3.2; AND binds before OR
 * here, unlike in search terms).
 */
public enum BinaryOperator {
  MULTIPLY("*", 9),
  DIVIDE("/", 9),
  MODULO("%", 9),
  ADD("+", 8),
  SUBTRACT("-", 8),
  CONCAT(".", 7),
  LESS("<", 6),
  LESS_OR_EQUAL("<=", 6),
  GREATER(">", 6),
  GREATER_OR_EQUAL(">=", 6),
  EQUAL("=", 6),
  NOT_EQUAL("!=", 6),
  LIKE("LIKE", 6),
  AND("AND", 4),
  OR("OR", 3),
  XOR("XOR", 2);

  private final String symbol;
  private final int precedence;

  BinaryOperator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  /** Returns the operator as SPL writes it. */
  public String symbol() {
    return symbol;
  }

  /** Returns the strength; a higher one binds tighter. NOT has 5, a sign 10. */
  public int precedence() {
    return precedence;
  }

  /** Returns whether the answer is a truth value. */
  public boolean isComparison() {
    return precedence == 6;
  }

  /** Returns whether both sides must be truth values. */
  public boolean isLogical() {
    return precedence <= 4;
  }
}
