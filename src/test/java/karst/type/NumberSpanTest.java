package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of numbers. */
class NumberSpanTest {
  @ParameterizedTest
  @CsvSource({
    "10,0,0-10",
    "10,9.99,0-10",
    "10,10,10-20",
    "10,-1,-10-0",
    "0.1,0.3,0.3-0.4",
    ".5,0.7,0.5-1",
    "2.,3,2-4",
    "log,1,1-10",
    "log,10,10-100",
    "log10,0.5,0.1-1",
    "2log10,5,2-20",
    "2log10,1.5,0.2-2",
    "2log10,20,20-200",
    "log2,5,4-8",
    "1.5LOG3,2,1.5-4.5",
    "log,1000,1000-10000"
  })
  void aNumberIsInARange(String span, double number, String range) {
    assertEquals(range, NumberSpan.parse(span).label(number));
  }

  @Test
  void whatNoRangeHoldsHasNone() {
    assertNull(NumberSpan.parse("10").label(Double.NaN));
    assertNull(NumberSpan.parse("10").label(Double.POSITIVE_INFINITY));
    assertNull(NumberSpan.parse("log").label(0));
    assertNull(NumberSpan.parse("log").label(-1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "x", "0", "0.0", "-1", ".", "1log1", "10log10", "11log10", "0log", ".log", "log.", "1e3"
      })
  void whatIsNoSpanIsRefused(String text) {
    assertThrows(InvalidSyntaxException.class, () -> NumberSpan.parse(text));
  }

  @Test
  void rangesOfEqualWidthFollowOneAnother() {
    NumberSpan span = NumberSpan.of(new BigDecimal("2.5"));
    assertEquals(new BigDecimal("5.0"), span.start(new BigDecimal("7")));
    assertEquals(new BigDecimal("7.5"), span.next(new BigDecimal("5.0")));
    assertTrue(span.isEven());
    assertFalse(NumberSpan.parse("log").isEven());
    assertEquals("2.5", span.toString());
    assertEquals("2log10", NumberSpan.parse("2log10").toString());
  }
}
