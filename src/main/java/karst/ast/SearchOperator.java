package karst.ast;

/** Comparisons of search terms. */
public enum SearchOperator {
  EQUAL("="),
  NOT_EQUAL("!="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">=");

  private final String symbol;

  SearchOperator(String symbol) {
    this.symbol = symbol;
  }

  /** Returns the operator as SPL writes it. */
  public String symbol() {
    return symbol;
  }
}
