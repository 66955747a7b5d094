package karst.lookup;

/**
 * How the rows of a lookup match by time: those count that are older than the event by no less than
 * one number of seconds and no more than another; the youngest comes first.
 *
 * @param field the column that holds a row's time
 * @param format how the time is written, as for {@code strptime}
 * @param minOffset the least number of seconds between row and event
 * @param maxOffset the largest number of seconds between row and event
 */
public record TimeMatch(String field, String format, double minOffset, double maxOffset) {}
