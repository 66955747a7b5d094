package karst.table;

import java.nio.charset.StandardCharsets;
import karst.vector.Bytes;

/** Checks and mends UTF-8. */
final class Utf8 {
  private Utf8() {}

  /** Returns whether a range of bytes is well-formed UTF-8 (Unicode, table 3-7). */
  static boolean isValid(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end) {
      if (at + Long.BYTES <= end && !Swar.hasHighBit(Bytes.longAt(bytes, at))) {
        at += Long.BYTES;
        continue;
      }
      int length = sequence(bytes, at, end);
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /** Returns the bytes of a range in which each malformed sequence became U+FFFD. */
  static byte[] mend(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the length of the character at an offset, 0 when it is malformed. */
  private static int sequence(byte[] bytes, int at, int end) {
    int lead = bytes[at] & 0xFF;
    if (lead < 0x80) {
      return 1;
    }
    int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > end) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    // The second byte's range rules out overlong forms, surrogates and what is above U+10FFFF.
    int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
