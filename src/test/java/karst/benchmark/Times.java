package karst.benchmark;

import java.util.List;

/**
 * How long the runs of something took, in milliseconds.
 *
 * @param min the shortest run
 * @param median the run in the middle
 */
record Times(double min, double median) {
  /** Sums up some runs. */
  static Times of(List<Double> runs) {
    List<Double> sorted = runs.stream().sorted().toList();
    return new Times(sorted.get(0), sorted.get(sorted.size() / 2));
  }

  @Override
  public String toString() {
    return "%.2f / %.2f".formatted(min, median);
  }
}
