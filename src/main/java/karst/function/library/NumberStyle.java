package karst.function.library;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import karst.type.InvalidSyntaxException;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/** The ways in which {@code tostring} writes a number (spl-semantics §3.8). */
enum NumberStyle {
  /** {@code 101}; a fraction is dropped. */
  BINARY {
    @Override
    String write(double number) {
      return Long.toBinaryString((long) number);
    }
  },
  /** {@code 12,345.68}: thousands apart, two decimals where there is a fraction. */
  COMMAS {
    @Override
    String write(double number) {
      int decimals = number == Math.rint(number) ? 0 : 2;
      BigDecimal rounded =
          new BigDecimal(Numbers.format(number)).setScale(decimals, RoundingMode.HALF_UP);
      return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    }
  },
  /** {@code 1+02:03:04.500000}: days where there are any, a fraction where there is one. */
  DURATION {
    @Override
    String write(double number) {
      long micros = Math.round(Math.abs(number) * 1e6);
      long seconds = micros / 1_000_000;
      long days = seconds / 86_400;
      String fraction =
          micros % 1_000_000 == 0 ? "" : String.format(Locale.ROOT, ".%06d", micros % 1_000_000);
      return (number < 0 ? "-" : "")
          + (days == 0 ? "" : days + "+")
          + String.format(
              Locale.ROOT, "%02d:%02d:%02d", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
          + fraction;
    }
  },
  /** {@code 0xF}; a fraction is dropped. */
  HEX {
    @Override
    String write(double number) {
      return "0x" + Long.toHexString((long) number).toUpperCase(Locale.ROOT);
    }
  };

  /** Returns a finite number as text. */
  abstract String write(double number);

  /** Returns the style of a name in lower case, or null. */
  static @Nullable NumberStyle find(String name) {
    return switch (name) {
      case "binary" -> BINARY;
      case "commas" -> COMMAS;
      case "duration" -> DURATION;
      case "hex" -> HEX;
      default -> null;
    };
  }

  /**
   * Returns the style of a name.
   *
   * @throws InvalidSyntaxException if there is none
   */
  static NumberStyle parse(String name) {
    NumberStyle style = find(name);
    if (style == null) {
      throw new InvalidSyntaxException(
          "a format of tostring is binary, commas, duration or hex", 0);
    }
    return style;
  }
}
