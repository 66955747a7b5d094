package karst.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.command.Kmeans;

/**
 * The k-means algorithm, without chance: each start begins with another point, goes on to the point
 * that is farthest from those taken so far, then moves centres to the means of their points until
 * they stay. The start with the least distances counts.
 */
final class Clustering {
  private final double[][] points;
  private final Kmeans command;

  /**
   * Creates an algorithm.
   *
   * @param points of one dimension
   */
  Clustering(double[][] points, Kmeans command) {
    this.points = points;
    this.command = command;
  }

  /**
   * Clusters, numbered in the order of their first points.
   *
   * @param cluster of each point
   * @param centers of each cluster
   * @param distortion the sum of the distances
   */
  record Result(int[] cluster, double[][] centers, double distortion) {
    int[] sizes() {
      int[] sizes = new int[centers.length];
      for (int one : cluster) {
        sizes[one]++;
      }
      return sizes;
    }
  }

  /** Returns the best of all starts; there are fewer clusters where there are fewer points. */
  Result best(int count) {
    Result best = null;
    long starts = Math.min(command.repetitions(), points.length);
    for (long start = 0; start < starts; start++) {
      Result found = from((int) (start * points.length / starts), count);
      if (best == null || found.distortion < best.distortion) {
        best = found;
      }
    }
    return best == null ? new Result(new int[0], new double[0][], 0) : numbered(best);
  }

  private Result from(int first, int count) {
    double[][] centers = seeds(first, count);
    int[] cluster = new int[points.length];
    double distortion = assign(centers, cluster);
    for (long i = 0; i < command.iterations(); i++) {
      double moved = move(centers, cluster);
      distortion = assign(centers, cluster);
      if (moved <= command.tolerance()) {
        break;
      }
    }
    return new Result(cluster, centers, distortion);
  }

  private double[][] seeds(int first, int count) {
    List<double[]> seeds = new ArrayList<>(List.of(points[first].clone()));
    while (seeds.size() < count) {
      double[] farthest = points[0];
      double most = 0;
      for (double[] point : points) {
        double near = Double.POSITIVE_INFINITY;
        for (double[] seed : seeds) {
          near = Math.min(near, distance(point, seed));
        }
        if (near > most) {
          most = near;
          farthest = point;
        }
      }
      if (most == 0) {
        break;
      }
      seeds.add(farthest.clone());
    }
    return seeds.toArray(new double[0][]);
  }

  private double assign(double[][] centers, int[] cluster) {
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      int nearest = 0;
      double least = distance(points[i], centers[0]);
      for (int c = 1; c < centers.length; c++) {
        double distance = distance(points[i], centers[c]);
        if (distance < least) {
          least = distance;
          nearest = c;
        }
      }
      cluster[i] = nearest;
      sum += least;
    }
    return sum;
  }

  /** Moves centres to the means of their points; returns how far the farthest was moved. */
  private double move(double[][] centers, int[] cluster) {
    double[][] sums = new double[centers.length][points[0].length];
    int[] sizes = new int[centers.length];
    for (int i = 0; i < points.length; i++) {
      sizes[cluster[i]]++;
      for (int d = 0; d < points[i].length; d++) {
        sums[cluster[i]][d] += points[i][d];
      }
    }
    double farthest = 0;
    for (int c = 0; c < centers.length; c++) {
      for (int d = 0; d < sums[c].length && sizes[c] > 0; d++) {
        double mean = sums[c][d] / sizes[c];
        farthest = Math.max(farthest, Math.abs(mean - centers[c][d]));
        centers[c][d] = mean;
      }
    }
    return farthest;
  }

  private double distance(double[] one, double[] other) {
    double sum = 0;
    double left = 0;
    double right = 0;
    for (int d = 0; d < one.length; d++) {
      switch (command.distance()) {
        case CITY_BLOCK -> sum += Math.abs(one[d] - other[d]);
        case SQUARED -> sum += (one[d] - other[d]) * (one[d] - other[d]);
        case COSINE -> {
          sum += one[d] * other[d];
          left += one[d] * one[d];
          right += other[d] * other[d];
        }
      }
    }
    if (command.distance() != Kmeans.Distance.COSINE) {
      return sum;
    }
    // The null vector has no direction: it is as far from all as a right angle.
    double lengths = Math.sqrt(left) * Math.sqrt(right);
    return lengths == 0 ? 1 : Math.max(0, 1 - sum / lengths);
  }

  /** Leaves out clusters without points. */
  private static Result numbered(Result result) {
    int[] number = new int[result.centers.length];
    Arrays.fill(number, -1);
    List<double[]> centers = new ArrayList<>();
    int[] cluster = new int[result.cluster.length];
    for (int i = 0; i < cluster.length; i++) {
      int old = result.cluster[i];
      if (number[old] < 0) {
        number[old] = centers.size();
        centers.add(result.centers[old]);
      }
      cluster[i] = number[old];
    }
    return new Result(cluster, centers.toArray(new double[0][]), result.distortion);
  }
}
