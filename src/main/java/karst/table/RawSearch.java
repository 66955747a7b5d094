package karst.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.vector.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Looks for needles in raw bytes, so that records without any need not be parsed; belongs to one
 * worker. It never overlooks one: what it finds is a place to look at, and the filter decides.
 */
final class RawSearch {
  /** With more needles than this, parsing is no slower than searching. */
  private static final int MOST_NEEDLES = 3;

  /** With more places than one in so many bytes, parsing everything is no slower. */
  private static final int BYTES_A_PLACE = 512;

  private static final int SMALL = 64;

  /** Four words at a time: their tests share a branch. */
  private static final int STEP = 4 * Long.BYTES;

  private static final long QUOTES = Swar.repeat('"');
  private static final long SPACES = Swar.repeat(' ');
  private static final long ONES = Swar.repeat(1);
  private static final long HIGH_BITS = Swar.repeat(0x80);

  private final List<Needle> needles;
  private int[] places = new int[SMALL];
  private byte[] needleOf = new byte[SMALL];
  private int count;
  private long looked;

  private RawSearch(List<Needle> needles) {
    this.needles = needles;
  }

  /** Returns a search for the rarest of some required texts; null when no needle is any good. */
  static @Nullable RawSearch of(List<RequiredText> required) {
    List<Needle> best = List.of();
    for (RequiredText text : required) {
      List<Needle> needles = needles(text);
      if (rarity(needles) > rarity(best)) {
        best = needles;
      }
    }
    return best.isEmpty() ? null : new RawSearch(best);
  }

  private static List<Needle> needles(RequiredText text) {
    List<Needle> needles = new ArrayList<>();
    for (String alternative : text.alternatives()) {
      Needle needle = Needle.of(alternative);
      if (needle == null || needles.size() == MOST_NEEDLES) {
        return List.of();
      }
      needles.add(needle);
    }
    return needles;
  }

  /** The rarity of the commonest, less for each needle more: each costs a pass. */
  private static double rarity(List<Needle> needles) {
    double least = needles.stream().mapToInt(Needle::rarity).min().orElse(0);
    return least / Math.max(1, needles.size());
  }

  /** Forgets all places: what comes is another buffer. */
  void start() {
    count = 0;
    looked = 0;
  }

  /**
   * Looks at some bytes, of which the one before is readable and was looked at, and {@link
   * Swar#PADDING} after the range.
   *
   * @return whether the range has an odd number of quotes
   */
  boolean look(byte[] bytes, int from, int to) {
    looked += to - from;
    boolean odd = look(bytes, from, to, 0);
    for (int i = 1; i < needles.size(); i++) {
      look(bytes, from, to, i);
    }
    return odd;
  }

  private boolean look(byte[] bytes, int from, int to, int index) {
    Needle needle = needles.get(index);
    long first = Swar.repeat(needle.first());
    long second = Swar.repeat(needle.second());
    long odd = 0;
    int at = from;
    for (; at + STEP <= to; at += STEP) {
      long a = Bytes.longAt(bytes, at);
      long b = Bytes.longAt(bytes, at + 8);
      long c = Bytes.longAt(bytes, at + 16);
      long d = Bytes.longAt(bytes, at + 24);
      odd ^= Swar.different(a ^ QUOTES) ^ Swar.different(b ^ QUOTES);
      odd ^= Swar.different(c ^ QUOTES) ^ Swar.different(d ^ QUOTES);
      long hits =
          maybe(Bytes.longAt(bytes, at - 1), a, first, second)
              | maybe(Bytes.longAt(bytes, at + 7), b, first, second)
              | maybe(Bytes.longAt(bytes, at + 15), c, first, second)
              | maybe(Bytes.longAt(bytes, at + 23), d, first, second);
      if ((hits & HIGH_BITS) != 0) {
        add(bytes, at, at + STEP, index);
      }
    }
    add(bytes, at, to, index);
    return Swar.parity(odd) ^ Swar.isOdd(bytes, at, to, QUOTES);
  }

  /**
   * Returns a high bit where a byte may be the second of the two, or a quote, after the first. A
   * byte passes when each of its bits is that of the second or that of a quote, and the bit that
   * tells the cases of letters apart counts nowhere: so some places are too many, none too few.
   */
  private static long maybe(long before, long word, long first, long second) {
    long different = ((before ^ first) | ((word ^ second) & (word ^ QUOTES))) & ~SPACES;
    return (different - ONES) & ~different;
  }

  private void add(byte[] bytes, int from, int to, int index) {
    byte first = needles.get(index).first();
    byte second = needles.get(index).second();
    for (int at = from; at < to; at++) {
      boolean found =
          Needle.folded(bytes[at - 1]) == first
              && (bytes[at] == '"' || Needle.folded(bytes[at]) == second);
      if (found) {
        add(at - 1, index);
      }
    }
  }

  private void add(int place, int index) {
    if (count == places.length) {
      if (!isSelective()) {
        return;
      }
      places = Arrays.copyOf(places, 2 * count);
      needleOf = Arrays.copyOf(needleOf, 2 * count);
    }
    places[count] = place;
    needleOf[count++] = (byte) index;
  }

  /** Returns whether all of a chunk was looked at. */
  boolean hasLookedAt(Chunk chunk) {
    return looked >= chunk.end() - chunk.start();
  }

  /** Returns whether there are so few places that it pays to look at these alone. */
  boolean isSelective() {
    return count <= Math.max(SMALL - 1, looked / BYTES_A_PLACE);
  }

  /** Returns where needles start within a chunk, in ascending order. */
  int[] hits(Chunk chunk) {
    int[] hits = new int[count];
    int found = 0;
    for (int i = 0; i < count; i++) {
      if (places[i] >= chunk.start() && places[i] < chunk.end()) {
        int start =
            needles
                .get(needleOf[i])
                .startAround(chunk.bytes(), places[i], chunk.start(), chunk.end());
        if (start >= 0) {
          hits[found++] = start;
        }
      }
    }
    hits = Arrays.copyOf(hits, found);
    Arrays.sort(hits);
    return hits;
  }
}
