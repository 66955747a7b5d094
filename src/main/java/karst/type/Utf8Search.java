package karst.type;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Comparison and search of byte runs, as they are or with ASCII letters folded. */
final class Utf8Search {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH_BITS = 0x8080808080808080L;

  private Utf8Search() {}

  /** Returns whether every byte of a range is an ASCII character. */
  static boolean isAscii(byte[] bytes, int start, int end) {
    int at = start;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      if (((long) EIGHT.get(bytes, at) & HIGH_BITS) != 0) {
        return false;
      }
    }
    for (; at < end; at++) {
      if (bytes[at] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a needle, itself folded, stands at a place where it has room. */
  static boolean equalsAt(byte[] bytes, int at, byte[] needle, boolean fold) {
    for (int i = 0; i < needle.length; i++) {
      byte b = bytes[at + i];
      if (b != needle[i] && !(fold && lower(b) == needle[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns where a needle, itself folded and not empty, first stands in a range, or -1. */
  static int indexOf(byte[] bytes, int start, int end, byte[] needle, boolean fold) {
    byte first = needle[0];
    byte other = fold && first >= 'a' && first <= 'z' ? (byte) (first - 0x20) : first;
    int last = end - needle.length;
    for (int at = start; at <= last; at++) {
      byte b = bytes[at];
      if ((b == first || b == other) && equalsAt(bytes, at, needle, fold)) {
        return at;
      }
    }
    return -1;
  }

  private static byte lower(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
  }
}
