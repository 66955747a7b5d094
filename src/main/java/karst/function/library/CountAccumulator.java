package karst.function.library;

import java.util.Arrays;
import karst.function.Accumulator;
import karst.vector.LongVector;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Counts rows, or values: every value counts, the empty text too (spl-semantics Q10). */
final class CountAccumulator implements Accumulator {
  private long[] counts = new long[0];

  @Override
  public void add(
      int[] groups, int groupCount, @Nullable Vector argument, @Nullable Vector time, int rows) {
    reserve(groupCount);
    if (argument == null) {
      for (int row = 0; row < rows; row++) {
        if (groups[row] >= 0) {
          counts[groups[row]]++;
        }
      }
      return;
    }
    FlatArgument flat = FlatArgument.of(argument, groups, rows);
    int[] entryGroups = flat.groups();
    Vector vector = flat.vector();
    for (int i = 0; i < flat.size(); i++) {
      if (entryGroups[i] >= 0 && !vector.isNull(i)) {
        counts[entryGroups[i]]++;
      }
    }
  }

  @Override
  public void merge(Accumulator other, int[] groups, int groupCount) {
    reserve(groupCount);
    long[] from = ((CountAccumulator) other).counts;
    for (int group = 0; group < Math.min(groups.length, from.length); group++) {
      counts[groups[group]] += from[group];
    }
  }

  @Override
  public LongVector result(int groupCount) {
    return new LongVector(Arrays.copyOf(counts, groupCount), null, groupCount);
  }

  @Override
  public long bytes() {
    return 8L * counts.length;
  }

  private void reserve(int groupCount) {
    if (counts.length < groupCount) {
      counts = Arrays.copyOf(counts, GroupArrays.room(counts.length, groupCount));
    }
  }
}
