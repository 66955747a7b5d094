package karst.type;

/**
 * The orders of values. Each is total and consistent with its own equality; nulls are the caller's
 * business.
 */
public enum ValueOrder {
  /** Numbers by value, then IP addresses by value, then other texts by UTF-8 bytes. */
  AUTO,
  /** Numbers by value, then everything else, all of it equal. */
  NUMERIC,
  /** Texts by UTF-8 bytes. */
  TEXT,
  /** IP addresses by value, then other texts by UTF-8 bytes. */
  IP;

  /** Compares two texts. */
  public int compare(String a, String b) {
    throw new UnsupportedOperationException();
  }

  /** Compares two texts by their UTF-8 bytes, unsigned. */
  public static int compareBytes(byte[] a, int aStart, int aEnd, byte[] b, int bStart, int bEnd) {
    throw new UnsupportedOperationException();
  }
}
