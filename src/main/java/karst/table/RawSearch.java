package karst.table;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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

  private static final long QUOTES = Swar.repeat('"');
  private static final long SPACES = Swar.repeat(' ');
  private static final long ONES = Swar.repeat(1);
  private static final long HIGH_BITS = Swar.repeat(0x80);

  private final List<Needle> needles;
  private int[] places = new int[SMALL];
  private byte[] needleOf = new byte[SMALL];
  private int count;
  private long looked;

  /** The words of a window, those one byte before them, and where in them a needle may be. */
  private final long[] words = new long[Words.SIZE];

  private final long[] before = new long[Words.SIZE];
  private final long[] marks = new long[Words.SIZE];

  /** Of each window of the buffer, whether an odd number of quotes was seen before it. */
  private final BitSet oddBefore = new BitSet();

  private final QuoteParity parity = new QuoteParity();
  private boolean odd;

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
      if (needle == null) {
        return List.of();
      }
      if (needles.stream().noneMatch(needle::contains)) {
        needles.removeIf(longer -> longer.contains(needle));
        needles.add(needle);
      }
    }
    return needles.size() > MOST_NEEDLES ? List.of() : needles;
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
    odd = false;
  }

  /**
   * Looks at some bytes of a buffer, of which the one before is readable. What is looked at from
   * {@link #start} on is one range, piece by piece.
   *
   * @return whether the piece has an odd number of quotes
   */
  boolean look(byte[] bytes, int from, int to) {
    boolean oddAtStart = odd;
    LongBuffer aligned = Words.of(bytes, 0);
    LongBuffer oneBefore = Words.of(bytes, Long.BYTES - 1);
    looked += to - from;
    for (int at = from; at < to; ) {
      int end = Math.min(to, (at | (Words.WINDOW - 1)) + 1);
      lookAtWindow(bytes, aligned, oneBefore, at, end);
      at = end;
      if (at % Words.WINDOW == 0) {
        oddBefore.set(at / Words.WINDOW, odd);
      }
    }
    return odd ^ oddAtStart;
  }

  private void lookAtWindow(
      byte[] bytes, LongBuffer aligned, LongBuffer oneBefore, int from, int to) {
    int firstWord = (from + Long.BYTES - 1) / Long.BYTES;
    int size = Math.max(0, to / Long.BYTES - firstWord);
    if (size == 0) {
      lookAtBytes(bytes, from, to);
      return;
    }
    lookAtBytes(bytes, from, firstWord * Long.BYTES);
    aligned.get(firstWord, words, 0, size);
    odd ^= Words.isOdd(words, size, QUOTES);
    if (isSelective()) {
      oneBefore.get(firstWord - 1, before, 0, size);
      mark(size);
      for (int i = 0; i < size; i++) {
        if (marks[i] != 0) {
          add(bytes, (firstWord + i) * Long.BYTES, marks[i]);
        }
      }
    }
    lookAtBytes(bytes, (firstWord + size) * Long.BYTES, to);
  }

  private void lookAtBytes(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      odd ^= bytes[at] == '"';
      add(bytes, at);
    }
  }

  private void mark(int size) {
    for (int i = 0; i < needles.size(); i++) {
      Needle needle = needles.get(i);
      long first = Swar.repeat(needle.first());
      long second = Swar.repeat(needle.second());
      if (i == 0) {
        mark(before, words, size, first, second, marks);
      } else {
        markMore(before, words, size, first, second, marks);
      }
    }
  }

  private static void mark(
      long[] before, long[] words, int size, long first, long second, long[] marks) {
    for (int i = 0; i < size; i++) {
      marks[i] = maybe(before[i], words[i], first, second);
    }
  }

  private static void markMore(
      long[] before, long[] words, int size, long first, long second, long[] marks) {
    for (int i = 0; i < size; i++) {
      marks[i] |= maybe(before[i], words[i], first, second);
    }
  }

  /**
   * Returns a high bit where a byte may be the second of the two, or a quote, after the first. A
   * byte passes when each of its bits is that of the second or that of a quote, and the bit that
   * tells the cases of letters apart counts nowhere: so some places are too many, none too few.
   */
  private static long maybe(long before, long word, long first, long second) {
    long different = ((before ^ first) | ((word ^ second) & (word ^ QUOTES))) & ~SPACES;
    return (different - ONES) & ~different & HIGH_BITS;
  }

  private void add(byte[] bytes, int at, long marked) {
    for (long left = marked; left != 0; left &= left - 1) {
      add(bytes, at + Swar.first(left));
    }
  }

  /** Adds the place before an offset for each needle whose two bytes stand there. */
  private void add(byte[] bytes, int at) {
    byte first = Needle.folded(bytes[at - 1]);
    byte second = Needle.folded(bytes[at]);
    for (int index = 0; index < needles.size(); index++) {
      Needle needle = needles.get(index);
      if (first == needle.first() && (second == needle.second() || second == '"')) {
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

  /** Returns whether a place of a chunk is inside quotes, if it was looked at. */
  boolean isQuoted(Chunk chunk, int place) {
    return isOddBefore(chunk, place) ^ isOddBefore(chunk, chunk.start());
  }

  private boolean isOddBefore(Chunk chunk, int place) {
    int window = place / Words.WINDOW;
    int start = Math.max(1, window * Words.WINDOW);
    return (window > 0 && oddBefore.get(window))
        ^ (place > start && parity.isOdd(chunk.bytes(), start, place));
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
