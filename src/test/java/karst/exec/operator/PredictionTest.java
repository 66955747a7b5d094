package karst.exec.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PredictionTest {
  private static final double WITHIN_95 = 1.96;

  /** A level that moves by a deviation, with a scatter around it. */
  private static double[] walk(int length, double motion, double scatter, long seed) {
    Random random = new Random(seed);
    double[] values = new double[length];
    double level = 100;
    for (int row = 0; row < length; row++) {
      level += motion * random.nextGaussian();
      values[row] = level + scatter * random.nextGaussian();
    }
    return values;
  }

  private static double covered(double[] values, Prediction prediction) {
    int in = 0;
    int all = 0;
    for (int row = 0; row < values.length; row++) {
      double deviation = Math.sqrt(prediction.variances()[row]);
      if (!Double.isNaN(deviation)) {
        all++;
        in += Math.abs(values[row] - prediction.means()[row]) <= WITHIN_95 * deviation ? 1 : 0;
      }
    }
    return (double) in / all;
  }

  @Test
  void aboutNineteenOfTwentyValuesAreInTheRange() {
    for (long seed = 1; seed <= 5; seed++) {
      double[] values = walk(400, 1, 2, seed);
      double level = covered(values, LocalLevel.predict(values, 400, 1));
      double trend = covered(values, LocalTrend.predict(values, 400));
      assertTrue(level > 0.92 && level < 0.98, "level " + level);
      assertTrue(trend > 0.92 && trend < 0.98, "trend " + trend);
    }
  }

  @Test
  void theMeanOfWhatScattersAloneIsExpected() {
    double[] values = walk(500, 0, 3, 7);
    double mean = java.util.Arrays.stream(values).average().orElse(0);
    Prediction prediction = LocalLevel.predict(values, 501, 1);
    assertEquals(mean, prediction.means()[500], 0.3);
    assertEquals(9, prediction.variances()[500], 1);
  }

  @Test
  void theLastValueOfARandomWalkIsExpected() {
    double[] values = walk(500, 3, 0, 8);
    Prediction prediction = LocalLevel.predict(values, 503, 1);
    assertEquals(values[499], prediction.means()[500], 0.2);
    assertEquals(9, prediction.variances()[500], 1.5);
    // Two steps farther it may have moved three times as far, by its square.
    assertEquals(3, prediction.variances()[502] / prediction.variances()[500], 0.1);
  }

  @Test
  void aLineGoesOnAsALine() {
    double[] values = new double[20];
    for (int row = 0; row < 20; row++) {
      values[row] = row == 7 ? Double.NaN : 3 * row - 5;
    }
    Prediction prediction = LocalTrend.predict(values, 25);
    for (int row = 2; row < 25; row++) {
      assertEquals(3 * row - 5, prediction.means()[row], 1e-9);
      assertEquals(0, prediction.variances()[row], 1e-9);
    }
    assertTrue(Double.isNaN(prediction.means()[1]));
  }

  @Test
  void theSeasonOfASeriesIsFound() {
    double[] values = walk(70, 0, 0.3, 3);
    double[] plain = values.clone();
    for (int row = 0; row < 70; row++) {
      values[row] += 5 * Math.sin(2 * Math.PI * row / 7) + row;
    }
    assertEquals(7, Period.of(values));
    assertEquals(1, Period.of(new double[30]));
    assertEquals(1, Period.of(walk(70, 1, 0, 5)), "a walk has no season");
    assertEquals(plain.length, values.length);
  }

  @Test
  void theSurerOfTwoPredictionsWeighsMore() {
    Prediction sure = new Prediction(new double[] {10, 1}, new double[] {1, 0});
    Prediction unsure = new Prediction(new double[] {20, 2}, new double[] {4, 9});
    Prediction mean = Prediction.between(sure, unsure);
    assertEquals(12, mean.means()[0], 1e-12);
    assertEquals(1.6, mean.variances()[0], 1e-12);
    assertEquals(1, mean.means()[1]);
  }
}
