package karst.function.library;

import karst.function.Accumulator;
import karst.vector.LongVector;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Answers 0 for every group: the error of a count that is exact. */
final class ZeroAccumulator implements Accumulator {
  @Override
  public void add(
      int[] groups, int groupCount, @Nullable Vector argument, @Nullable Vector time, int rows) {}

  @Override
  public void merge(Accumulator other, int[] groups, int groupCount) {}

  @Override
  public LongVector result(int groupCount) {
    return new LongVector(new long[groupCount], null, groupCount);
  }

  @Override
  public long bytes() {
    return 0;
  }
}
