package karst.exec.shared;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import karst.vector.Batch;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.Vector;

/**
 * Bounds what readings keep for searches to a share of the memory of a run. When it is used up, the
 * conditions that take most are given up: the searches that have them read their tables themselves.
 */
final class SharedMemory {
  /** Takes no more than one part of so many. */
  private static final int SHARE = 4;

  private final long limit;
  private final Map<SharedCondition, Long> held = new HashMap<>();
  private final Set<Dictionary> dictionaries = new HashSet<>();
  private long total;

  SharedMemory(long maxMemory) {
    this.limit = maxMemory / SHARE;
  }

  /** Returns how many bytes may be kept. */
  long limit() {
    return limit;
  }

  /** Adds rows that are kept for a condition. */
  synchronized void add(SharedCondition condition, Batch rows) {
    for (Vector vector : rows.vectors()) {
      if (vector instanceof DictionaryVector coded) {
        dictionaries.add(coded.dictionary());
      }
    }
    add(condition, rows.bytes());
  }

  /** Adds bytes that are kept for a condition. */
  synchronized void add(SharedCondition condition, long bytes) {
    held.merge(condition, bytes, Long::sum);
    total += bytes;
    while (total + dictionaryBytes() > limit && !held.isEmpty()) {
      giveUp(
          held.entrySet().stream()
              .max(Comparator.comparingLong(Map.Entry::getValue))
              .orElseThrow()
              .getKey());
    }
  }

  private void giveUp(SharedCondition largest) {
    total -= held.getOrDefault(largest, 0L);
    held.remove(largest);
    largest.giveUp("its rows take too much of the memory for shared rows");
    if (held.isEmpty()) {
      dictionaries.clear();
    }
  }

  private long dictionaryBytes() {
    return dictionaries.stream().mapToLong(Dictionary::memory).sum();
  }
}
