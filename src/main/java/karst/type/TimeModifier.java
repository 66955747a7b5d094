package karst.type;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time such as {@code -24h@h}, {@code @w1+3h}, {@code now}, an epoch number or an absolute date,
 * relative to some time in a time zone (spl-semantics §1.7).
 */
public final class TimeModifier {
  /** No modifier needs more; a longer number is a mistake. */
  private static final int MAX_DIGITS = 9;

  private final String text;
  private final @Nullable AbsoluteTime start;
  private final List<Step> steps;

  /** One step from a time to another. */
  private sealed interface Step {
    ZonedDateTime apply(ZonedDateTime time);
  }

  private record Offset(long amount, CalendarUnit unit) implements Step {
    @Override
    public ZonedDateTime apply(ZonedDateTime time) {
      return unit.plus(time, amount);
    }
  }

  private record Snap(CalendarUnit unit, DayOfWeek weekStart) implements Step {
    @Override
    public ZonedDateTime apply(ZonedDateTime time) {
      return unit.floor(time, weekStart);
    }
  }

  private TimeModifier(String text, @Nullable AbsoluteTime start, List<Step> steps) {
    this.text = text;
    this.start = start;
    this.steps = List.copyOf(steps);
  }

  /**
   * Parses a time modifier.
   *
   * @throws InvalidSyntaxException if the text is none; the message says what was expected
   */
  public static TimeModifier parse(String text) {
    String modifier = text.strip();
    if (modifier.isEmpty()) {
      throw new InvalidSyntaxException("expected a time such as -24h@h, now or 1714521600", 0);
    }
    AbsoluteTime absolute = AbsoluteTime.parse(modifier);
    if (absolute != null) {
      return new TimeModifier(modifier, absolute, List.of());
    }
    if (modifier.startsWith("rt")) {
      throw new InvalidSyntaxException("real-time windows are not supported", 0);
    }
    return new TimeModifier(modifier, null, steps(modifier, text.indexOf(modifier)));
  }

  private static List<Step> steps(String modifier, int indent) {
    PatternCursor in = new PatternCursor(modifier);
    if (in.accept("now()") || in.accept("now")) {
      if (in.atEnd()) {
        return List.of();
      }
      if (!in.looksAt("-") && !in.looksAt("+") && !in.looksAt("@")) {
        throw new InvalidSyntaxException("expected `+`, `-` or `@` after now", indent + in.at());
      }
    }
    List<Step> steps = new ArrayList<>();
    while (!in.atEnd()) {
      boolean first = steps.isEmpty() && in.at() == 0;
      if (in.accept("@")) {
        steps.add(snap(in, indent));
      } else {
        steps.add(offset(in, first, indent));
      }
    }
    return steps;
  }

  private static Offset offset(PatternCursor in, boolean first, int indent) {
    int place = indent + in.at();
    boolean negative = in.accept("-");
    // A first number without a sign goes forward, as in relative_time(t, "1d").
    if (!negative && !in.accept("+") && !first) {
      throw new InvalidSyntaxException("expected `+`, `-` or `@`", place);
    }
    String digits = in.readDigits(10, Integer.MAX_VALUE);
    if (digits.length() > MAX_DIGITS) {
      throw new InvalidSyntaxException("the number is too large", place);
    }
    int unitAt = indent + in.at();
    String unit = readLetters(in);
    if (unit.isEmpty()) {
      String expected =
          digits.isEmpty()
              ? "expected a time such as -24h@h, now or 1714521600"
              : "expected a time unit such as h after " + digits;
      throw new InvalidSyntaxException(expected, unitAt);
    }
    long amount = digits.isEmpty() ? 1 : Long.parseLong(digits);
    return new Offset(negative ? -amount : amount, unit(unit, unitAt));
  }

  private static Snap snap(PatternCursor in, int indent) {
    int unitAt = indent + in.at();
    String spelling = readLetters(in);
    if (spelling.isEmpty()) {
      throw new InvalidSyntaxException("expected a time unit such as d after `@`", unitAt);
    }
    CalendarUnit unit = unit(spelling, unitAt);
    DayOfWeek weekStart = CalendarUnit.WEEK_START;
    int dayAt = indent + in.at();
    String day = unit == CalendarUnit.WEEK ? in.readDigits(10, Integer.MAX_VALUE) : "";
    if (!day.isEmpty()) {
      weekStart = weekday(day, dayAt);
    }
    return new Snap(unit, weekStart);
  }

  /** Returns the day of {@code @w0} (Sunday) to {@code @w6} (Saturday); 7 is Sunday again. */
  static DayOfWeek weekday(String digits, int place) {
    if (digits.length() != 1 || digits.charAt(0) > '7') {
      throw new InvalidSyntaxException("a week starts on a day from w0 to w7", place);
    }
    return digits.equals("0") ? DayOfWeek.SUNDAY : DayOfWeek.of(digits.charAt(0) - '0');
  }

  private static CalendarUnit unit(String spelling, int place) {
    CalendarUnit unit = CalendarUnit.parse(spelling, place);
    if (unit.isBelowSecond()) {
      throw new InvalidSyntaxException("a time modifier has no unit below the second", place);
    }
    return unit;
  }

  static String readLetters(PatternCursor in) {
    int from = in.at();
    while (!in.atEnd() && Character.isLetter(in.peek())) {
      in.next();
    }
    return in.text.substring(from, in.at());
  }

  /**
   * Returns the time that the modifier means, or NaN when it is out of any calendar.
   *
   * @param base the time that it is relative to, in seconds since the epoch
   * @param zone where days begin
   */
  public double apply(double base, ZoneId zone) {
    if (start != null) {
      return start.seconds(zone);
    }
    if (steps.isEmpty()) {
      return base;
    }
    if (!EpochTime.isTime(base)) {
      return Double.NaN;
    }
    try {
      ZonedDateTime time = EpochTime.inZone(base, zone);
      for (Step step : steps) {
        time = step.apply(time);
      }
      double result = EpochTime.seconds(time);
      return EpochTime.isTime(result) ? result : Double.NaN;
    } catch (DateTimeException | ArithmeticException e) {
      return Double.NaN;
    }
  }

  /** Returns whether the modifier means the same time whatever it is relative to. */
  public boolean isAbsolute() {
    return start != null;
  }

  /** Returns the modifier's text. */
  @Override
  public String toString() {
    return text;
  }
}
