package karst.plan;

/** How the values of a sort key compare. */
public enum SortOrder {
  /** Pair by pair: numbers, then IP addresses, then texts. */
  AUTO,
  /** As numbers; what is none comes after them. */
  NUMERIC,
  /** As texts by their bytes. */
  TEXT,
  /** As IP addresses. */
  IP,
  /**
   * As numbers if every value of the column is one, else as texts: the order of groups
   * (spl-semantics §4.4, Q17).
   */
  COLUMN
}
