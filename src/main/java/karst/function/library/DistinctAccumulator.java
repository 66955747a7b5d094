package karst.function.library;

import java.util.Arrays;
import karst.function.Accumulator;
import karst.vector.LongVector;

/** Counts distinct texts, exactly. */
final class DistinctAccumulator extends TextAccumulator {
  /** Batches that are larger than those of a stream. */
  private static final int LARGE = 1 << 12;

  private final GroupTextSet pairs = new GroupTextSet();
  private long[] counts = new long[0];

  @Override
  void reserve(int groupCount) {
    if (counts.length < groupCount) {
      counts = Arrays.copyOf(counts, GroupArrays.room(counts.length, groupCount));
    }
  }

  @Override
  void expect(int values) {
    // Many values at once are few of each group: most of them are pairs that are new.
    if (values > LARGE) {
      pairs.reserve(values);
    }
  }

  @Override
  void addText(int group, int text) {
    if (pairs.add(group, text)) {
      counts[group]++;
    }
  }

  @Override
  void mergeTexts(Accumulator other, int[] texts, int[] groups) {
    GroupTextSet from = ((DistinctAccumulator) other).pairs;
    from.forEach((group, text) -> addText(groups[group], texts[text]));
  }

  @Override
  public LongVector result(int groupCount) {
    reserve(groupCount);
    return new LongVector(Arrays.copyOf(counts, groupCount), null, groupCount);
  }

  @Override
  public long bytes() {
    return input.bytes() + pairs.bytes() + 8L * counts.length;
  }
}
