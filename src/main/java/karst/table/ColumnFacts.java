package karst.table;

/**
 * What is known of all values of a column.
 *
 * @param mayBeMissing whether a row may have no value
 * @param mayBeEmpty whether a row may have the empty text
 */
public record ColumnFacts(boolean mayBeMissing, boolean mayBeEmpty) {
  /** Nothing is known. */
  public static final ColumnFacts NONE = new ColumnFacts(true, true);
}
