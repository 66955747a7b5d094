package karst.command;

/**
 * What a command takes of the fields of its rows, and what it leaves of them. Of raw events only
 * those fields are read that a search can see.
 *
 * <p>A command without any of these takes the fields that its arguments name, lets the others pass,
 * and may depend on the order of its rows.
 */
public enum FieldTrait {
  /** Its result has only fields that it names or makes. */
  DROPS_OTHERS,
  /** It goes by all fields, named or not. */
  TAKES_ALL,
  /** It goes by all fields unless it names some. */
  TAKES_ALL_UNLESS_NAMED,
  /** It looks at one row at a time and keeps the order of the rows. */
  ROW_BY_ROW,
  /** The order of its rows is nothing to its result, a few functions aside. */
  IN_ANY_ORDER,
  /** A star among its arguments stands for no fields. */
  STARS_ARE_TEXT
}
