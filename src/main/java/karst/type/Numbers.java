package karst.type;

/**
 * Numbers in text: which texts are numbers, what they are worth, and how numbers are written
 * (spl-semantics §3.3, §3.7).
 */
public final class Numbers {
  private Numbers() {}

  /** Returns whether a whole text is a number. */
  public static boolean isNumber(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** Returns whether a whole range of UTF-8 bytes is a number. */
  public static boolean isNumber(byte[] bytes, int start, int end) {
    throw new UnsupportedOperationException();
  }

  /** Returns the number that a text is; only for texts that are numbers. */
  public static double parse(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** Returns the number that a range of UTF-8 bytes is; only where it is one. */
  public static double parse(byte[] bytes, int start, int end) {
    throw new UnsupportedOperationException();
  }

  /** Returns a number as SPL writes it: an integer without a point, else the shortest digits. */
  public static String format(double number) {
    throw new UnsupportedOperationException();
  }
}
