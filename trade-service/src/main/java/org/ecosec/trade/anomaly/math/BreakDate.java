package org.ecosec.trade.anomaly.math;

import java.util.Optional;

/**
 * The one change of level that a series is best explained with: least squares over every split that
 * leaves at least 15 % on each side. {@code index} is the last element before the change; {@code
 * supF} is tested against Andrews (2003), one parameter, trim 0.15.
 */
public record BreakDate(int index, double before, double after, double supF) {

  private static final double TRIM = 0.15;
  private static final int MIN_LENGTH = 20;
  private static final double ONE_PERCENT = 12.16;
  private static final double FIVE_PERCENT = 8.68;
  private static final double TEN_PERCENT = 7.12;

  /** How rarely a series without a break looks like this. */
  public enum Significance {
    ONE_PERCENT,
    FIVE_PERCENT,
    TEN_PERCENT,
    NOT_SIGNIFICANT
  }

  public Significance significance() {
    if (supF > ONE_PERCENT) {
      return Significance.ONE_PERCENT;
    }
    if (supF > FIVE_PERCENT) {
      return Significance.FIVE_PERCENT;
    }
    return supF > TEN_PERCENT ? Significance.TEN_PERCENT : Significance.NOT_SIGNIFICANT;
  }

  /** Empty if the series is too short or never varies. */
  public static Optional<BreakDate> of(double[] series) {
    int n = series.length;
    if (n < MIN_LENGTH) {
      return Optional.empty();
    }
    var sums = new double[n + 1];
    double squares = 0;
    for (int i = 0; i < n; i++) {
      sums[i + 1] = sums[i] + series[i];
      squares += series[i] * series[i];
    }
    int edge = (int) Math.floor(TRIM * n);
    int best = edge;
    double explained = Double.NEGATIVE_INFINITY;
    for (int left = edge; left <= n - edge; left++) {
      double gain = sums[left] * sums[left] / left + square(sums[n] - sums[left]) / (n - left);
      if (gain > explained) {
        explained = gain;
        best = left;
      }
    }
    double total = squares - sums[n] * sums[n] / n;
    double rest = squares - explained;
    if (total <= 0 || rest <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new BreakDate(
            best - 1,
            sums[best] / best,
            (sums[n] - sums[best]) / (n - best),
            (total - rest) / (rest / (n - 2))));
  }

  private static double square(double value) {
    return value * value;
  }
}
