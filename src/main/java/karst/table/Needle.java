package karst.table;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that the raw record of a row holds if one of its cells holds a text, up to the case of
 * letters and up to quotes in between.
 *
 * <p>A cell's text is its raw bytes without some of the quotes, so what has no quote is found by
 * overlooking quotes. Letters that match characters beyond ASCII end a needle, and so do characters
 * that are not ASCII: their other case may have other bytes.
 */
final class Needle {
  private static final int SHORTEST = 3;

  /** Bytes of logs from the most to the least frequent; what is missing is rare. */
  private static final String FREQUENT = "eaosirtnlcdm\\p-wu0.hgf:1x/v2by3";

  private final byte[] bytes;
  private final int pair;

  private Needle(byte[] bytes) {
    this.bytes = bytes;
    int best = 0;
    for (int i = 1; i + 1 < bytes.length; i++) {
      if (pairRarity(i) > pairRarity(best)) {
        best = i;
      }
    }
    this.pair = best;
  }

  /** Returns the rarest needle of a text, null when it has none that is long enough. */
  static @Nullable Needle of(String text) {
    Needle best = null;
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || !isFit(text.charAt(at))) {
        if (at - from >= SHORTEST) {
          Needle needle = new Needle(folded(text.substring(from, at)));
          best = best == null || needle.rarity() > best.rarity() ? needle : best;
        }
        from = at + 1;
      }
    }
    return best;
  }

  /** The Kelvin sign folds to k and the long s to s. */
  private static boolean isFit(char c) {
    return c < 0x80 && c != '"' && c != 'k' && c != 'K' && c != 's' && c != 'S';
  }

  private static byte[] folded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = folded(bytes[i]);
    }
    return bytes;
  }

  /** Returns a byte with ASCII letters in lower case. */
  static byte folded(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
  }

  /** Returns whether another needle is found wherever this one is. */
  boolean contains(Needle other) {
    return text().contains(other.text());
  }

  private String text() {
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  /** Returns the first byte of the two to look for, in lower case. */
  byte first() {
    return bytes[pair];
  }

  /** Returns the second byte of the two to look for, in lower case. */
  byte second() {
    return bytes[pair + 1];
  }

  /** Returns how rare the needle is; the higher, the rarer. */
  int rarity() {
    int sum = 0;
    for (byte b : bytes) {
      sum += rarity(b);
    }
    return sum;
  }

  private int pairRarity(int at) {
    return rarity(bytes[at]) + rarity(bytes[at + 1]);
  }

  private static int rarity(byte b) {
    int rank = FREQUENT.indexOf(b);
    return 8 + (rank < 0 ? FREQUENT.length() : rank);
  }

  /**
   * Returns where the needle starts whose {@link #first} stands at a place, -1 when it is not
   * there.
   */
  int startAround(byte[] in, int place, int from, int to) {
    int at = place;
    for (int i = pair + 1; i < bytes.length; i++) {
      do {
        at++;
      } while (at < to && in[at] == '"');
      if (at >= to || folded(in[at]) != bytes[i]) {
        return -1;
      }
    }
    at = place;
    if (folded(in[at]) != bytes[pair]) {
      return -1;
    }
    for (int i = pair - 1; i >= 0; i--) {
      do {
        at--;
      } while (at >= from && in[at] == '"');
      if (at < from || folded(in[at]) != bytes[i]) {
        return -1;
      }
    }
    return at;
  }
}
