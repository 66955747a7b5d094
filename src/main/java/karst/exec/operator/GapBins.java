package karst.exec.operator;

import java.math.BigDecimal;
import java.time.ZoneId;
import karst.plan.rel.FillGaps;
import karst.type.NumberSpan;
import karst.type.Numbers;
import karst.type.SpanChoice;
import karst.type.TimeSpan;

/** The bins of a column whose gaps are filled. */
interface GapBins {
  /** Returns the start of the bin of a number. */
  double floor(double number);

  /** Returns the start of the bin after the one that starts at a number. */
  double next(double start);

  /** Returns the bins for numbers between two bounds. */
  static GapBins of(FillGaps gaps, double low, double high, boolean whole, ZoneId zone) {
    String least = gaps.least();
    String width = gaps.width();
    if (gaps.times()) {
      TimeSpan span =
          width != null
              ? TimeSpan.parse(width)
              : SpanChoice.ofTimes(
                  low, high, gaps.bins(), least == null ? null : TimeSpan.parse(least), zone);
      return new Times(span, gaps.origin(), zone);
    }
    // Whole numbers are continuous without others between them.
    double narrowest = least == null ? whole ? 1 : 0 : Numbers.parse(least);
    return new Evens(
        width != null
            ? NumberSpan.parse(width)
            : SpanChoice.ofNumbers(low, high, gaps.bins(), narrowest));
  }

  /** Spans of time. */
  record Times(TimeSpan span, double origin, ZoneId zone) implements GapBins {
    @Override
    public double floor(double number) {
      return origin + span.floor(number - origin, zone);
    }

    @Override
    public double next(double start) {
      return origin + span.next(start - origin, zone);
    }
  }

  /** Ranges of equal width. */
  record Evens(NumberSpan span) implements GapBins {
    @Override
    public double floor(double number) {
      return span.start(decimal(number)).doubleValue();
    }

    @Override
    public double next(double start) {
      return span.next(decimal(start)).doubleValue();
    }

    private static BigDecimal decimal(double number) {
      return new BigDecimal(Numbers.format(number));
    }
  }
}
