package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?((\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|(?i:nan|inf|infinity))");

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-0", "+5", "007", "1.", ".5", "-.5e-3", "1e3", "1E+16", "1e999", "NaN"})
  void textsThatAreNumbers(String text) {
    assertTrue(Numbers.isNumber(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", ".", "+.", "e5", "1e", "1e+", " 1", "1 ", "1,000", "0x1F", "1_0", "1f"})
  void textsThatAreNone(String text) {
    assertFalse(Numbers.isNumber(text));
    assertThrows(NumberFormatException.class, () -> Numbers.parse(text));
    assertTrue(Double.isNaN(Numbers.parseOrNaN(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1d", "1.2.3", "--1", "1-", "٣", "infinit", "nano", "in", "1.5.", "é"})
  void textsThatOnlyLookLikeNumbers(String text) {
    assertFalse(Numbers.isNumber(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-12, -12",
    "0.1, 0.1",
    "1534143600.000000, 1534143600",
    "123456789012345678, 123456789012345680",
    "9007199254740993.5, 9007199254740994",
    "0.000000000000000000000001, 1e-24",
    "2.5e-3, 0.0025",
    "000000000000000000000000000001, 1",
    "1e999, Infinity",
    "-inf, -Infinity",
    "+Infinity, Infinity",
    "nan, NaN"
  })
  void aNumberIsWorth(String text, double worth) {
    assertEquals(worth, Numbers.parse(text));
    assertEquals(worth, Numbers.parseOrNaN(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "3.0, 3",
    "1e3, 1000",
    "9007199254740992, 9007199254740992",
    "9007199254740994, 9007199254740994",
    "1e16, 1e+16",
    "-1.5e300, -1.5e+300",
    "0.1, 0.1",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "2.5e-110, 2.5e-110",
    "0.3333333333333333, 0.3333333333333333",
    "3.9900000000000055, 3.9900000000000055",
    "1534143600.25, 1534143600.25",
    "2e23, 2e+23",
    "2.2250738585072014E-308, 2.2250738585072014e-308",
    "4.9E-324, 5e-324",
    "NaN, nan",
    "Infinity, inf",
    "-Infinity, -inf"
  })
  void aNumberIsWrittenAs(double number, String text) {
    assertEquals(text, Numbers.format(number));
  }

  @Property(tries = 1000)
  void whatIsWrittenReadsBackAsTheSameNumber(@ForAll("doubles") double number) {
    String text = Numbers.format(number);
    assertTrue(Numbers.isNumber(text));
    assertEquals(number + 0.0, Numbers.parse(text));
  }

  @Property(tries = 1000)
  void noShorterDecimalMeansTheSameNumber(@ForAll("doubles") double number) {
    boolean plainInteger =
        number == Math.rint(number) && Math.abs(number) <= Numbers.MAX_EXACT_INTEGER;
    int digits = plainInteger ? 0 : significantDigits(Numbers.format(number));
    for (int fewer = 1; fewer < digits; fewer++) {
      String shorter = String.format(Locale.ROOT, "%." + (fewer - 1) + "e", number);
      assertNotEquals(number, Double.parseDouble(shorter), shorter);
    }
  }

  @Property(tries = 1000)
  void onlyTextsOfTheGrammarAreNumbers(@ForAll("almostNumbers") String text) {
    byte[] bytes = ("9" + text + "9").getBytes(StandardCharsets.UTF_8);
    boolean expected = NUMBER.matcher(text).matches();
    assertEquals(expected, Numbers.isNumber(text));
    assertEquals(expected, Numbers.isNumber(bytes, 1, bytes.length - 1));
    if (expected && Character.isDigit(text.charAt(text.length() - 1))) {
      assertEquals(Double.parseDouble(text), Numbers.parse(text));
      assertEquals(Double.parseDouble(text), Numbers.parse(bytes, 1, bytes.length - 1));
    }
  }

  @Property(tries = 1000)
  void decimalsReadAsTheNearestDouble(@ForAll long digits, @ForAll("scales") int scale) {
    String text = BigDecimal.valueOf(digits, scale).toPlainString();
    assertEquals(Double.parseDouble(text), Numbers.parse(text));
  }

  @Provide
  Arbitrary<Double> doubles() {
    Arbitrary<Double> anyBits = Arbitraries.longs().map(Double::longBitsToDouble);
    return Arbitraries.oneOf(
        anyBits.filter(number -> !Double.isNaN(number)),
        Arbitraries.doubles(),
        Arbitraries.longs().between(-1L << 60, 1L << 60).map(whole -> (double) whole),
        Arbitraries.longs().between(-100_000, 100_000).map(cents -> cents / 100.0));
  }

  @Provide
  Arbitrary<String> almostNumbers() {
    return Arbitraries.strings().withChars("0123456789.eE+- ").ofMinLength(0).ofMaxLength(8);
  }

  @Provide
  Arbitrary<Integer> scales() {
    return Arbitraries.integers().between(0, 25);
  }

  private static int significantDigits(String text) {
    String digits = text.replaceAll("e.*|[-.]", "");
    return digits.replaceAll("^0+|0+$", "").length();
  }
}
