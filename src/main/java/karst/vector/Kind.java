package karst.vector;

/** What one row of a vector holds. */
public enum Kind {
  /** No value. */
  NULL,
  /** A 64-bit float (or a long that a float holds exactly). */
  NUMBER,
  /** A text. */
  TEXT,
  /** A truth value; inside expressions only. */
  BOOLEAN,
  /** Two or more values. */
  LIST
}
