package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ValueOrderTest {
  @Test
  void autoPutsNumbersBeforeAddressesBeforeTexts() {
    assertSorted(
        ValueOrder.AUTO,
        List.of(
            "-inf",
            "-1.5",
            "0",
            "2",
            "10",
            "1e3",
            "inf",
            "nan",
            "9.1.1.1",
            "10.0.0.1",
            "::1",
            "",
            "10a",
            "B",
            "a",
            "é",
            "\uFFFD",
            "😀"));
  }

  @Test
  void numericPutsNumbersBeforeAllElse() {
    assertSorted(ValueOrder.NUMERIC, List.of("-1", "2", "10", "x"));
    assertEquals(0, ValueOrder.NUMERIC.compare("x", "a"));
  }

  @Test
  void textGoesByBytes() {
    assertSorted(ValueOrder.TEXT, List.of("", "10", "9", "A", "a", "aa", "é", "\uFFFD", "😀"));
  }

  @Test
  void ipPutsAddressesBeforeAllElse() {
    assertSorted(ValueOrder.IP, List.of("9.0.0.1", "10.0.0.1", "::2", "1:2::", "10", "9", "host"));
  }

  @Test
  void differentSpellingsOfOneValueAreEqual() {
    assertEquals(0, ValueOrder.AUTO.compare("1", "1.0"));
    assertEquals(0, ValueOrder.AUTO.compare("-0", "0"));
    assertEquals(0, ValueOrder.AUTO.compare("NaN", "nan"));
    assertEquals(0, ValueOrder.NUMERIC.compare("1e2", "100"));
    assertEquals(0, ValueOrder.IP.compare("::1", "0:0:0:0:0:0:0:1"));
  }

  @Property(tries = 1000)
  void everyOrderIsTotal(
      @ForAll("values") String a, @ForAll("values") String b, @ForAll("values") String c) {
    for (ValueOrder order : ValueOrder.values()) {
      assertEquals(0, order.compare(a, a));
      int ab = Integer.signum(order.compare(a, b));
      int bc = Integer.signum(order.compare(b, c));
      int ac = Integer.signum(order.compare(a, c));
      assertEquals(-ab, Integer.signum(order.compare(b, a)));
      if (ab == bc) {
        assertEquals(ab, ac, order + " is not transitive");
      }
      if (ab == 0) {
        assertEquals(bc, ac, order + " tells equal values apart");
      }
    }
  }

  @Property(tries = 1000)
  void textOrderIsTheOrderOfTheBytes(@ForAll("texts") String a, @ForAll("texts") String b) {
    byte[] left = a.getBytes(StandardCharsets.UTF_8);
    byte[] right = b.getBytes(StandardCharsets.UTF_8);
    int byBytes = ValueOrder.compareBytes(left, 0, left.length, right, 0, right.length);
    assertEquals(Integer.signum(byBytes), Integer.signum(ValueOrder.TEXT.compare(a, b)));
  }

  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> some =
        Arbitraries.of("1", "1.0", "-0", "0", "nan", "inf", "10.0.0.1", "::1", "0::1", "10a", "");
    Arbitrary<String> numbers = Arbitraries.doubles().between(-9, 9).map(Numbers::format);
    return Arbitraries.oneOf(some, numbers, texts());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("aA1.é\uFFFD\uE000")
        .ofMaxLength(3)
        .flatMap(text -> Arbitraries.of("", "😀", "\uFFFF").map(end -> text + end + text));
  }

  private static void assertSorted(ValueOrder order, List<String> expected) {
    for (int i = 0; i < expected.size(); i++) {
      for (int j = 0; j < expected.size(); j++) {
        int actual = Integer.signum(order.compare(expected.get(i), expected.get(j)));
        assertEquals(Integer.compare(i, j), actual, expected.get(i) + " : " + expected.get(j));
      }
    }
    List<String> shuffled = new ArrayList<>(expected);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.sort(order);
    assertEquals(expected, shuffled);
  }
}
