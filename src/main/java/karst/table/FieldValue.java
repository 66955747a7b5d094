package karst.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import karst.type.Numbers;
import karst.type.SplType;
import org.jspecify.annotations.Nullable;

/**
 * What a field can hold, of Java objects: null, {@code Double}, {@code String}, or a list of two or
 * more of the latter two.
 */
final class FieldValue {
  private static final double NANOS_A_SECOND = 1e9;
  private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);

  private FieldValue() {}

  /**
   * Returns an object as a field holds it: numbers as doubles, times as epoch seconds (a local time
   * is UTC), truth values as text, a list without its nulls.
   *
   * @throws IllegalArgumentException if no field can hold it; the message names its class
   */
  static @Nullable Object of(@Nullable Object value) {
    if (value instanceof Object[] array) {
      return list(Arrays.asList(array));
    }
    return value instanceof Collection<?> values ? list(values) : single(value);
  }

  /**
   * Returns a value as a column of a type holds it: in a text column a number is its digits, in a
   * time column a text is the time that it says.
   *
   * @throws IllegalArgumentException if it cannot hold the value; the message says what it is
   */
  static @Nullable Object as(SplType type, @Nullable Object value) {
    if (value == null || type instanceof SplType.Dynamic) {
      return value;
    }
    if (value instanceof List<?> values) {
      if (!(type instanceof SplType.Multivalue multivalue)) {
        throw new IllegalArgumentException("several values");
      }
      List<Object> list = new ArrayList<>();
      for (Object element : values) {
        list.add(single(multivalue.of(), element));
      }
      return list;
    }
    return single(type instanceof SplType.Multivalue multivalue ? multivalue.of() : type, value);
  }

  private static Object single(SplType type, Object value) {
    if (value instanceof Double number) {
      return type instanceof SplType.Text ? Numbers.format(number) : value;
    }
    if (!type.isNumeric()) {
      return value;
    }
    double seconds = type instanceof SplType.Time ? TimeText.parse((String) value) : TimeText.NONE;
    if (Double.isNaN(seconds)) {
      throw new IllegalArgumentException("\"" + value + "\", which is no " + type + ",");
    }
    return seconds;
  }

  private static @Nullable Object list(Collection<?> values) {
    List<Object> kept = new ArrayList<>();
    for (Object value : values) {
      Object single = single(value);
      if (single != null) {
        kept.add(single);
      }
    }
    return switch (kept.size()) {
      case 0 -> null;
      case 1 -> kept.get(0);
      default -> kept;
    };
  }

  private static @Nullable Object single(@Nullable Object value) {
    if (value == null || value instanceof String || value instanceof Double) {
      return value;
    }
    if (value instanceof CharSequence || value instanceof Boolean || value instanceof Character) {
      return value.toString();
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Date date) {
      return date.getTime() / 1e3;
    }
    if (value instanceof LocalDateTime local) {
      return seconds(local.toInstant(ZoneOffset.UTC));
    }
    if (value instanceof TemporalAccessor time && time.isSupported(ChronoField.INSTANT_SECONDS)) {
      return seconds(Instant.from(time));
    }
    throw new IllegalArgumentException("a value of " + value.getClass().getName());
  }

  /** A whole number that a double cannot hold is an identifier rather than an amount: text. */
  private static Object number(Number number) {
    if (number instanceof Float) {
      // By way of its digits, as 0.1f is meant to be 0.1.
      return Double.valueOf(number.toString());
    }
    boolean whole = number instanceof Long || number instanceof BigInteger;
    if (whole && new BigInteger(number.toString()).abs().compareTo(EXACT) > 0) {
      return number.toString();
    }
    return number instanceof BigDecimal decimal ? decimal.doubleValue() : number.doubleValue();
  }

  private static double seconds(Instant instant) {
    long micros = instant.getNano() / 1000;
    // One division of exact doubles gives the double that the same time in decimals would give.
    return instant.getNano() % 1000 == 0
        ? (instant.getEpochSecond() * 1_000_000 + micros) / 1e6
        : instant.getEpochSecond() + instant.getNano() / NANOS_A_SECOND;
  }
}
