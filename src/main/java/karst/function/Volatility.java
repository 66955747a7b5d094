package karst.function;

/** When a function may answer differently for the same arguments. */
public enum Volatility {
  /** Never: it may be computed once per distinct value, or while planning. */
  PURE,
  /** From run to run only, such as {@code now()}. */
  RUN,
  /** From row to row, such as {@code random()}. */
  ROW
}
