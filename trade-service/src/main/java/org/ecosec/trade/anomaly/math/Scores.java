package org.ecosec.trade.anomaly.math;

import java.util.Arrays;

/**
 * The scores of a series, month by month; {@code NaN} where a month could not be scored. It stays
 * inside the maths: what leaves the service is a figure or null with a reason.
 */
public final class Scores {

  private final double[] z;
  private final double[] expected;
  private final double[] lower;
  private final double[] upper;
  private final boolean[] sparse;

  Scores(int months) {
    z = new double[months];
    expected = new double[months];
    lower = new double[months];
    upper = new double[months];
    sparse = new boolean[months];
    Arrays.fill(z, Double.NaN);
  }

  /** One month: what was expected, the band in which nothing is flagged, and how far off it was. */
  public record Score(double z, double expected, double lower, double upper, boolean sparse) {}

  void set(int month, Score score) {
    z[month] = score.z();
    expected[month] = Math.max(0, score.expected());
    lower[month] = Math.max(0, score.lower());
    upper[month] = Math.max(0, score.upper());
    sparse[month] = score.sparse();
  }

  public int months() {
    return z.length;
  }

  public boolean scored(int month) {
    return !Double.isNaN(z[month]);
  }

  public double z(int month) {
    return z[month];
  }

  /** At least the score from which a month is watched. */
  public boolean flagged(int month) {
    return Math.abs(z[month]) >= SeasonalDetector.WATCH;
  }

  public Score at(int month) {
    return new Score(z[month], expected[month], lower[month], upper[month], sparse[month]);
  }
}
