package karst.export.dialect;

import java.time.ZoneOffset;
import karst.export.ExportRefusal;
import karst.export.ScalarArguments;
import karst.export.Sql;
import karst.export.SqlShape;
import karst.type.InvalidSyntaxException;
import karst.type.Numbers;
import karst.type.TimeSpan;
import org.apache.calcite.rex.RexNode;

/** What functions of times share in all dialects: they are those of UTC. */
final class Times {
  /** The first second of the year 10000, which no calendar of SPL has. */
  static final String FIRST_OUT_OF_CALENDAR = "253402300800";

  private static final double HOUR = 3600;

  private Times() {}

  /** Refuses another time zone, whose rules databases take from elsewhere. */
  static void requireUtc(Sql sql) {
    if (!sql.zone().normalized().equals(ZoneOffset.UTC)) {
      throw new ExportRefusal("times are those of the zone " + sql.zone() + ", not of UTC");
    }
  }

  /** Returns the length of a span of which buckets are multiples, in seconds. */
  static String seconds(ScalarArguments arguments, int index) {
    requireUtc(arguments.sql());
    String text = arguments.constant(index);
    try {
      TimeSpan span = TimeSpan.parse(text);
      double seconds = span.seconds();
      boolean whole = seconds >= 1 && seconds == Math.rint(seconds);
      if (whole && isMultiple(span, seconds)) {
        return Numbers.format(seconds);
      }
    } catch (InvalidSyntaxException e) {
      throw new ExportRefusal("`" + text + "` is no time span");
    }
    throw new ExportRefusal("a span of `" + text + "` is none of a number of seconds");
  }

  /**
   * Whether buckets are multiples of their length since the epoch, as those of calendars are not.
   */
  private static boolean isMultiple(TimeSpan span, double seconds) {
    for (double time = 0; time < 800 * 24 * HOUR; time += 5 * HOUR + 7) {
      if (span.floor(time, ZoneOffset.UTC) != Math.floor(time / seconds) * seconds) {
        return false;
      }
    }
    return true;
  }

  /** Returns the start of the bucket of a time. */
  static RexNode bucket(ScalarArguments arguments) {
    String seconds = seconds(arguments, 1);
    return arguments
        .sql()
        .call(SqlShape.NUMBER, "floor({0} / " + seconds + ") * " + seconds, arguments.number(0));
  }
}
