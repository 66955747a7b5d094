package karst.exec.operator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RadixSortProperties {
  @Property(tries = 300)
  void rowsAreInTheOrderOfTheirWords(
      @ForAll @IntRange(min = 1, max = 5) int columns,
      @ForAll @IntRange(min = 1, max = 300) int rows,
      @ForAll long seed) {
    Random random = new Random(seed);
    long[][] words = new long[columns][rows];
    for (long[] column : words) {
      // From the same word in all rows to any word.
      long mask = -1L >>> random.nextInt(64) & -1L << random.nextInt(64);
      long rest = random.nextLong() & ~mask;
      for (int row = 0; row < rows; row++) {
        column[row] = random.nextLong() & mask | rest;
      }
    }
    Comparator<Integer> order =
        (a, b) ->
            Arrays.stream(words)
                .mapToInt(column -> Long.compareUnsigned(column[a], column[b]))
                .filter(difference -> difference != 0)
                .findFirst()
                .orElse(0);
    int[] expected =
        IntStream.range(0, rows).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
    assertArrayEquals(expected, RadixSort.sort(rows, words));
  }
}
