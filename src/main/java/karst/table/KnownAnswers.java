package karst.table;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which texts of a column passed the latest filters. A detection asks the same of a column as the
 * one before, and as itself an hour ago.
 */
final class KnownAnswers {
  /** So many codes are kept in all. */
  private static final int MOST_CODES = 1 << 16;

  /** And so many filters, however few texts pass them. */
  private static final int MOST_FILTERS = 1 << 9;

  private final Map<Object, int[]> latest = new LinkedHashMap<>(16, 0.75f, true);
  private int codes;

  /** Returns the codes that pass a filter, null if it is not known. */
  synchronized int @Nullable [] find(Object key) {
    return latest.get(key);
  }

  /** Keeps the codes that pass a filter, and forgets filters that were not used for the longest. */
  synchronized void add(Object key, int[] passing) {
    if (passing.length > MOST_CODES / 4) {
      return;
    }
    int[] before = latest.put(key, passing);
    codes += passing.length - (before == null ? 0 : before.length);
    Iterator<int[]> oldest = latest.values().iterator();
    while (codes > MOST_CODES || latest.size() > MOST_FILTERS) {
      codes -= oldest.next().length;
      oldest.remove();
    }
  }

  /** Returns about how many bytes of memory the codes take. */
  synchronized long memory() {
    return 4L * codes + 64L * latest.size();
  }
}
