package karst.type;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The width of the ranges that numbers fall into: {@code 10}, or logarithmic, {@code 2log10}, where
 * each range ends at ten times its start and one of them starts at 2 (spl-semantics §6.1 bin).
 *
 * <p>Bounds are calculated in decimals, since a hundred times 0.1 is no 10 in doubles.
 */
public final class NumberSpan {
  private static final Pattern LOGARITHMIC =
      Pattern.compile("(\\d*\\.?\\d*)log(\\d*\\.?\\d*)", Pattern.CASE_INSENSITIVE);
  private static final BigDecimal DEFAULT_BASE = BigDecimal.TEN;

  private final String text;
  private final BigDecimal width;
  private final @Nullable BigDecimal base;

  private NumberSpan(String text, BigDecimal width, @Nullable BigDecimal base) {
    this.text = text;
    this.width = width;
    this.base = base;
  }

  /** Returns the span of a width above 0. */
  public static NumberSpan of(BigDecimal width) {
    return new NumberSpan(width.toPlainString(), width, null);
  }

  /**
   * Parses a span.
   *
   * @throws InvalidSyntaxException if the text is none
   */
  public static NumberSpan parse(String text) {
    Matcher matcher = LOGARITHMIC.matcher(text);
    if (matcher.matches()) {
      BigDecimal coefficient = decimal(matcher.group(1), BigDecimal.ONE);
      BigDecimal base = decimal(matcher.group(2), DEFAULT_BASE);
      boolean proper = base.compareTo(BigDecimal.ONE) > 0 && coefficient.signum() > 0;
      if (!proper || coefficient.compareTo(base) >= 0) {
        throw new InvalidSyntaxException(
            "a logarithmic span is a number below the base, `log`, and a base above 1", 0);
      }
      return new NumberSpan(text, coefficient, base);
    }
    if (!text.matches("\\d+\\.?\\d*|\\.\\d+")) {
      throw new InvalidSyntaxException("expected a number such as 10, or 2log10", 0);
    }
    BigDecimal width = new BigDecimal(text);
    if (width.signum() == 0) {
      throw new InvalidSyntaxException("a span is above 0", 0);
    }
    return new NumberSpan(text, width, null);
  }

  private static BigDecimal decimal(String text, BigDecimal absent) {
    if (text.isEmpty()) {
      return absent;
    }
    if (text.equals(".")) {
      throw new InvalidSyntaxException("expected a number", 0);
    }
    return new BigDecimal(text);
  }

  /** Returns the range of a number, {@code 10-20}; null for one that no range holds. */
  public @Nullable String label(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return null;
    }
    BigDecimal value = new BigDecimal(Numbers.format(number));
    if (base == null) {
      BigDecimal start = start(value);
      return plain(start) + "-" + plain(start.add(width));
    }
    return value.signum() <= 0 ? null : logarithmic(value, base);
  }

  /** Returns the start of the range of a number, for ranges of equal width. */
  public BigDecimal start(BigDecimal value) {
    return value.divide(width, 0, RoundingMode.FLOOR).multiply(width);
  }

  /** Returns the start of the range after the one that starts at a number, of equal width. */
  public BigDecimal next(BigDecimal start) {
    return start.add(width);
  }

  /** Returns whether all ranges have the same width. */
  public boolean isEven() {
    return base == null;
  }

  private String logarithmic(BigDecimal value, BigDecimal factor) {
    BigDecimal start = width;
    while (start.compareTo(value) > 0) {
      start = start.divide(factor, MathContext.DECIMAL64);
    }
    BigDecimal end = start.multiply(factor, MathContext.DECIMAL64);
    while (end.compareTo(value) <= 0) {
      start = end;
      end = start.multiply(factor, MathContext.DECIMAL64);
    }
    return plain(start) + "-" + plain(end);
  }

  private static String plain(BigDecimal bound) {
    return Numbers.format(bound.doubleValue());
  }

  /** Returns the span's text. */
  @Override
  public String toString() {
    return text;
  }
}
