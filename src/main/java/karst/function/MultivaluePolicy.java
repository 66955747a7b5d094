package karst.function;

/** What a list in an argument does. */
public enum MultivaluePolicy {
  /** The function is applied to each value, and the answers are a list. */
  EACH,
  /** The function answers a truth value: true if it is true for any value. */
  ANY,
  /** Only the first value counts. */
  FIRST,
  /** The function is not supported on lists: null. */
  NULL,
  /** The kernel takes the list as it is. */
  WHOLE
}
