package karst.export.dialect;

import java.time.ZoneOffset;
import java.util.List;
import karst.export.ExportRefusal;
import karst.export.ScalarArguments;
import karst.export.ScalarRendering;
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

  /** Returns the rendering of {@code strftime}: what is no time has no text. */
  static ScalarRendering strftime() {
    return arguments -> {
      Sql sql = arguments.sql();
      return Sql.shape(arguments.get(0)).isNumeric()
          ? text(arguments)
          : sql.choice(
              List.of(
                  isTime(sql, arguments.number(0)), text(arguments), sql.nothing(SqlShape.TEXT)));
    };
  }

  /**
   * Returns the rendering of {@code ctime}: what is no number stays as it is, and a number that is
   * no time is written as the number.
   */
  static ScalarRendering ctime() {
    return arguments -> {
      Sql sql = arguments.sql();
      RexNode number = arguments.number(0);
      return Sql.shape(arguments.get(0)).isNumeric()
          ? text(arguments)
          : sql.choice(
              List.of(
                  isTime(sql, number),
                  text(arguments),
                  sql.isPresent(number),
                  sql.toText(number),
                  arguments.text(0)));
    };
  }

  private static RexNode isTime(Sql sql, RexNode number) {
    return sql.call(SqlShape.TRUTH, "abs({0}) < " + FIRST_OUT_OF_CALENDAR, number);
  }

  private static RexNode text(ScalarArguments arguments) {
    Sql sql = arguments.sql();
    requireUtc(sql);
    return sql.dialect().timeText(sql, arguments.number(0), arguments.constant(1));
  }
}
