package karst.ast;

/** Operators before an expression. */
public enum UnaryOperator {
  NEGATE("-"),
  PLUS("+"),
  NOT("NOT");

  private final String symbol;

  UnaryOperator(String symbol) {
    this.symbol = symbol;
  }

  /** Returns the operator as SPL writes it. */
  public String symbol() {
    return symbol;
  }
}
