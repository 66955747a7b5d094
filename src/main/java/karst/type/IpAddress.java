package karst.type;

import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address. Reading one never asks a name server. Version 4 comes before version 6;
 * within a version the value decides, so {@code ::1} and {@code 0:0:0:0:0:0:0:1} are the same.
 *
 * @param version 4 or 6
 * @param high the upper 64 bits of a version 6 address, else 0
 * @param low the lower 64 bits of a version 6 address, or all 32 of version 4
 */
public record IpAddress(int version, long high, long low) implements Comparable<IpAddress> {
  private static final int GROUPS = 8;

  /** Returns the address that a whole text is, or null. */
  public static @Nullable IpAddress parse(String text) {
    if (text.isEmpty() || Character.digit(text.charAt(0), 16) < 0 && text.charAt(0) != ':') {
      return null;
    }
    if (text.indexOf(':') >= 0) {
      return parseV6(text);
    }
    long value = parseV4(text, 0);
    return value < 0 ? null : new IpAddress(4, 0, value);
  }

  @Override
  public int compareTo(IpAddress other) {
    int byVersion = Integer.compare(version, other.version);
    if (byVersion != 0) {
      return byVersion;
    }
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /** Returns the 32 bits of four dotted decimal numbers from a place to the end, or -1. */
  private static long parseV4(String text, int start) {
    long value = 0;
    int parts = 0;
    int at = start;
    while (parts < 4) {
      int part = 0;
      int from = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        part = part * 10 + (text.charAt(at) - '0');
        at++;
        if (at - from > 3) {
          return -1;
        }
      }
      if (at == from || part > 255) {
        return -1;
      }
      value = value << 8 | part;
      parts++;
      if (parts < 4) {
        if (at == text.length() || text.charAt(at) != '.') {
          return -1;
        }
        at++;
      }
    }
    return at == text.length() ? value : -1;
  }

  private static @Nullable IpAddress parseV6(String text) {
    int[] groups = new int[GROUPS];
    int count = 0;
    int gap = -1;
    int at = 0;
    if (text.startsWith("::")) {
      gap = 0;
      at = 2;
    }
    while (at < text.length()) {
      if (count == GROUPS) {
        return null;
      }
      int end = at;
      int group = 0;
      while (end < text.length() && hex(text.charAt(end)) >= 0 && end - at <= 4) {
        group = group << 4 | hex(text.charAt(end));
        end++;
      }
      if (end < text.length() && text.charAt(end) == '.') {
        long v4 = count <= GROUPS - 2 ? parseV4(text, at) : -1;
        if (v4 < 0) {
          return null;
        }
        groups[count++] = (int) (v4 >>> 16);
        groups[count++] = (int) (v4 & 0xFFFF);
        break;
      }
      if (end == at || end - at > 4) {
        return null;
      }
      groups[count++] = group;
      at = end;
      if (at == text.length()) {
        break;
      }
      if (text.charAt(at) != ':') {
        return null;
      }
      at++;
      if (at < text.length() && text.charAt(at) == ':') {
        if (gap >= 0) {
          return null;
        }
        gap = count;
        at++;
      } else if (at == text.length()) {
        return null;
      }
    }
    return gap < 0 && count < GROUPS || gap >= 0 && count == GROUPS
        ? null
        : assemble(groups, count, gap);
  }

  private static IpAddress assemble(int[] groups, int count, int gap) {
    int shift = GROUPS - count;
    long high = 0;
    long low = 0;
    for (int i = 0; i < GROUPS; i++) {
      int source = gap < 0 || i < gap ? i : i - shift;
      long group = gap >= 0 && i >= gap && i < gap + shift ? 0 : groups[source];
      if (i < GROUPS / 2) {
        high = high << 16 | group;
      } else {
        low = low << 16 | group;
      }
    }
    return new IpAddress(6, high, low);
  }

  /** Unlike {@link Character#digit}, knows the digits of ASCII only. */
  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}
