package karst.exec.operator;

import java.util.Arrays;
import karst.plan.OrderKey;
import karst.vector.DictionaryFacts;
import karst.vector.DictionaryVector;
import karst.vector.Selection;
import karst.vector.Validity;
import karst.vector.Vector;

/** A coded key column: the distinct texts are put in order once, then rows compare by rank. */
final class SortedCodes implements SortColumn {
  /** A sealed dictionary's texts are sorted once for all searches when they are not many more. */
  private static final int TEXTS_A_ROW = 4;

  private final int[] ranks;

  private SortedCodes(int[] ranks) {
    this.ranks = ranks;
  }

  /** Prepares a column. */
  static SortedCodes of(DictionaryVector coded, OrderKey key) {
    DictionaryFacts facts = coded.dictionary().facts();
    if (facts != null && isByText(coded, key, facts) && isWorthRanks(coded, facts)) {
      return ranked(coded, facts.ranks(), key.descending());
    }
    int[] rankOf = new int[coded.dictionary().size()];
    int[] used = used(coded, rankOf);
    Vector distinct = coded.dictionary().values().gather(Selection.of(used, used.length));
    SortedValues values = SortedValues.of(distinct, key);
    int[] order = RowSorter.sort(used.length, new SortColumn[] {values});
    int rank = 0;
    for (int i = 0; i < order.length; i++) {
      // Different texts of one number are equal.
      rank += i > 0 && values.compare(order[i - 1], order[i]) != 0 ? 1 : 0;
      rankOf[used[order[i]]] = rank;
    }
    int[] ranks = new int[coded.size()];
    for (int row = 0; row < ranks.length; row++) {
      int code = coded.codes()[row];
      ranks[row] = code < 0 ? rank + 1 : rankOf[code];
    }
    return new SortedCodes(ranks);
  }

  /** Whether rows compare by their texts: a group order does unless all of them are numbers. */
  private static boolean isByText(DictionaryVector coded, OrderKey key, DictionaryFacts facts) {
    return switch (key.order()) {
      case TEXT -> true;
      case COLUMN -> !isNumeric(coded, facts.numeric());
      case AUTO, NUMERIC, IP -> false;
    };
  }

  private static boolean isNumeric(DictionaryVector coded, long[] numeric) {
    for (int row = 0; row < coded.size(); row++) {
      if (!coded.isNull(row) && !Validity.isSet(numeric, coded.codes()[row])) {
        return false;
      }
    }
    return true;
  }

  /** Whether all texts of the dictionary may be sorted instead of those that rows have. */
  private static boolean isWorthRanks(DictionaryVector coded, DictionaryFacts facts) {
    return facts.knowsRanks() || coded.dictionary().size() <= (long) coded.size() * TEXTS_A_ROW;
  }

  private static SortedCodes ranked(DictionaryVector coded, int[] rankOf, boolean descending) {
    int[] ranks = new int[coded.size()];
    for (int row = 0; row < ranks.length; row++) {
      int code = coded.codes()[row];
      int rank = code < 0 ? rankOf.length : rankOf[code];
      ranks[row] = descending && code >= 0 ? rankOf.length - 1 - rank : rank;
    }
    return new SortedCodes(ranks);
  }

  /** Returns the codes that rows have; a dictionary may hold more. */
  private static int[] used(DictionaryVector coded, int[] seen) {
    int[] used = new int[Math.min(coded.size(), seen.length)];
    int count = 0;
    for (int row = 0; row < coded.size(); row++) {
      int code = coded.codes()[row];
      if (code >= 0 && seen[code] == 0) {
        seen[code] = 1;
        used[count++] = code;
      }
    }
    return Arrays.copyOf(used, count);
  }

  @Override
  public int compare(int a, int b) {
    return Integer.compare(ranks[a], ranks[b]);
  }

  @Override
  public long[] words() {
    long[] words = new long[ranks.length];
    for (int row = 0; row < words.length; row++) {
      words[row] = ranks[row];
    }
    return words;
  }
}
