package karst.oracle;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import karst.type.IpAddress;
import karst.type.Numbers;

/** The orders of texts. */
final class Comparisons {
  /** By UTF-8 bytes, which is by code points (spl-semantics §3.3). */
  static final Comparator<String> TEXT =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  /** Numbers by value, then everything else, all of it equal (§6.1 sort, {@code num}). */
  static final Comparator<String> NUMBERS =
      (a, b) ->
          Numbers.isNumber(a) && Numbers.isNumber(b)
              ? numbers(Numbers.parse(a), Numbers.parse(b))
              : Boolean.compare(!Numbers.isNumber(a), !Numbers.isNumber(b));

  /** Addresses by value, then other texts (§6.1 sort, {@code ip}). */
  static final Comparator<String> ADDRESSES =
      (a, b) -> {
        IpAddress left = IpAddress.parse(a);
        IpAddress right = IpAddress.parse(b);
        if (left != null && right != null) {
          return left.compareTo(right);
        }
        return left == null && right == null ? TEXT.compare(a, b) : left != null ? -1 : 1;
      };

  /**
   * Two numbers as numbers, two addresses as addresses, others as texts (§6.1 sort, {@code auto}).
   * Pair by pair that is no order (10 &lt; 1a &lt; 9 &lt; 10), so the kinds come one after another:
   * numbers, addresses, texts.
   */
  static final Comparator<String> AUTO =
      (a, b) ->
          Numbers.isNumber(a) || Numbers.isNumber(b)
              ? NUMBERS.compare(a, b)
              : ADDRESSES.compare(a, b);

  /** Numbers by value, then texts by bytes (§3.3, §4.2 min). */
  static final Comparator<String> MIXED =
      (a, b) ->
          Numbers.isNumber(a) || Numbers.isNumber(b) ? NUMBERS.compare(a, b) : TEXT.compare(a, b);

  private Comparisons() {}

  /** Compares numbers; zero has no sign. */
  static int numbers(double a, double b) {
    return a < b ? -1 : a > b ? 1 : a == b ? 0 : Double.compare(a, b);
  }

  /** Returns the order of a column of group keys: of numbers if all are numbers (§4.4, Q17). */
  static Comparator<String> column(Collection<String> texts) {
    return texts.stream().allMatch(Numbers::isNumber) ? NUMBERS : TEXT;
  }
}
