package karst.vector;

import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What can be known of the texts of a dictionary that does not grow any more. Each fact is found
 * out when it is first asked for, by any thread, and kept.
 */
public final class DictionaryFacts {
  private final StringVector texts;
  private int @Nullable [] ranks;
  private long @Nullable [] numeric;

  DictionaryFacts(StringVector texts) {
    this.texts = texts;
  }

  /** Returns for each code the place of its text in the order of UTF-8 bytes. */
  public synchronized int[] ranks() {
    int[] known = ranks;
    if (known == null) {
      int[] order = new int[texts.size()];
      for (int code = 0; code < order.length; code++) {
        order[code] = code;
      }
      TextSort.sort(texts, order);
      known = new int[order.length];
      for (int rank = 0; rank < order.length; rank++) {
        known[order[rank]] = rank;
      }
      ranks = known;
    }
    return known;
  }

  /** Returns whether the ranks are known without sorting. */
  public synchronized boolean knowsRanks() {
    return ranks != null;
  }

  /** Returns the codes whose texts are numbers, one bit each. */
  public synchronized long[] numeric() {
    long[] known = numeric;
    if (known == null) {
      known = Validity.none(texts.size());
      for (int code = 0; code < texts.size(); code++) {
        if (Numbers.isNumber(texts.heap(), texts.start(code), texts.end(code))) {
          Validity.set(known, code);
        }
      }
      numeric = known;
    }
    return known;
  }

  /** Returns about how many bytes of memory the facts take. */
  synchronized long memory() {
    return (ranks == null ? 0 : 4L * ranks.length) + (numeric == null ? 0 : 8L * numeric.length);
  }
}
