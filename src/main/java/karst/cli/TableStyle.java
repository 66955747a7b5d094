package karst.cli;

import java.time.ZoneId;
import karst.Row;
import karst.table.Table;
import karst.type.TimeFormat;

/**
 * How a table for people is laid out.
 *
 * @param maxMemory how many bytes the rows may take, since a table is laid out as a whole
 * @param zone the time zone in which {@code _time} is shown
 */
record TableStyle(long maxMemory, ZoneId zone) {
  private static final TimeFormat SECONDS = TimeFormat.compile("%F %T");
  private static final TimeFormat MILLISECONDS = TimeFormat.compile("%F %T.%3N");

  /** Says whether a column is shown as times of day: as in Splunk, {@code _time} alone is. */
  boolean isTime(String column) {
    return column.equals(Table.TIME_FIELD);
  }

  /** Returns a field that is one number of seconds as a time of day, and any other as it is. */
  String time(Row row, int column, String text) {
    double seconds = row.number(column);
    if (Double.isNaN(seconds)) {
      return text;
    }
    return (seconds == Math.rint(seconds) ? SECONDS : MILLISECONDS).format(seconds, zone);
  }
}
