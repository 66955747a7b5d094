package karst.type;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The orders of values. Each is total and consistent with its own equality; nulls are the caller's
 * business.
 */
public enum ValueOrder implements Comparator<String> {
  /** Numbers by value, then IP addresses by value, then other texts by UTF-8 bytes. */
  AUTO {
    @Override
    public int compare(String a, String b) {
      double left = Numbers.parseOrNaN(a);
      double right = Numbers.parseOrNaN(b);
      boolean leftIsNumber = isNumber(left, a);
      boolean rightIsNumber = isNumber(right, b);
      if (leftIsNumber || rightIsNumber) {
        return leftIsNumber && rightIsNumber
            ? compareNumbers(left, right)
            : Boolean.compare(rightIsNumber, leftIsNumber);
      }
      return IP.compare(a, b);
    }
  },
  /** Numbers by value, then everything else, all of it equal. */
  NUMERIC {
    @Override
    public int compare(String a, String b) {
      double left = Numbers.parseOrNaN(a);
      double right = Numbers.parseOrNaN(b);
      boolean leftIsNumber = isNumber(left, a);
      boolean rightIsNumber = isNumber(right, b);
      return leftIsNumber && rightIsNumber
          ? compareNumbers(left, right)
          : Boolean.compare(rightIsNumber, leftIsNumber);
    }
  },
  /** Texts by UTF-8 bytes. */
  TEXT {
    @Override
    public int compare(String a, String b) {
      return compareCodePoints(a, b);
    }
  },
  /** IP addresses by value, version 4 first, then other texts by UTF-8 bytes. */
  IP {
    @Override
    public int compare(String a, String b) {
      @Nullable IpAddress left = IpAddress.parse(a);
      @Nullable IpAddress right = IpAddress.parse(b);
      if (left != null && right != null) {
        return left.compareTo(right);
      }
      if (left != null || right != null) {
        return left != null ? -1 : 1;
      }
      return compareCodePoints(a, b);
    }
  };

  /** Compares two texts. */
  @Override
  public abstract int compare(String a, String b);

  /** Compares two numbers: minus zero equals zero, and nan comes after all others. */
  public static int compareNumbers(double a, double b) {
    // Adding zero turns minus zero into zero.
    return Double.compare(a + 0.0, b + 0.0);
  }

  /** Compares two texts by their UTF-8 bytes, unsigned. */
  public static int compareBytes(byte[] a, int aStart, int aEnd, byte[] b, int bStart, int bEnd) {
    return Arrays.compareUnsigned(a, aStart, aEnd, b, bStart, bEnd);
  }

  private static boolean isNumber(double parsed, String text) {
    return !Double.isNaN(parsed) || Numbers.isNumber(text);
  }

  /** Compares by code points, which is the order of the UTF-8 bytes, without encoding. */
  private static int compareCodePoints(String a, String b) {
    int shared = Math.min(a.length(), b.length());
    for (int i = 0; i < shared; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        return Integer.compare(rank(left), rank(right));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** Places surrogates, which stand for code points beyond 0xFFFF, after all other chars. */
  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + 0x10000 : c;
  }
}
