package karst.function;

/** What a null argument does. */
public enum NullPolicy {
  /** The answer is null; the kernel still sees the row and may answer anything there. */
  STRICT,
  /** The kernel decides. */
  CALLED
}
