package org.ecosec.trade.anomaly.math;

import java.util.Arrays;

/**
 * The main detector: the logarithm of a month beside the same months of earlier years, in units of
 * what the series itself has done in the two years before. A month's score rests on that month and
 * on earlier ones only. Threshold 3.5: Iglewicz and Hoaglin, How to Detect and Handle Outliers
 * (1993).
 */
public final class SeasonalDetector {

  public static final double WATCH = 3.5;
  public static final double ALERT = 5;

  private static final int YEAR = 12;
  private static final int HISTORY = 24;
  private static final int MIN_HISTORY = 12;
  private static final int FIRST_MONTHS = 36;
  private static final double OFFSET_SHARE = 0.01;
  private static final double MIN_SPREAD = 0.10;

  private final SortedWindow window = new SortedWindow(HISTORY);
  private final SparseDetector sparse = new SparseDetector();

  /**
   * Scores a series of months without a gap; a month that nobody reported is {@code NaN}, one
   * without trade is 0.
   */
  public Scores score(double[] values) {
    var scores = new Scores(values.length);
    double offset = offset(values);
    var logs = new double[values.length];
    Arrays.setAll(logs, t -> Math.log(values[t] + offset));
    var deviations = new double[values.length];
    window.clear();
    for (int t = 0; t < values.length; t++) {
      slide(deviations, t);
      double base = base(logs, scores, t);
      deviations[t] = logs[t] - base;
      if (SparseDetector.applies(values, t)) {
        sparse.score(values, t, scores);
      } else if (!Double.isNaN(deviations[t]) && window.size() >= MIN_HISTORY) {
        seasonal(scores, t, deviations[t], base, offset);
      }
    }
    return scores;
  }

  private void seasonal(Scores scores, int t, double deviation, double base, double offset) {
    double median = window.median();
    double spread = Math.max(window.spread(median), MIN_SPREAD);
    double centre = base + median;
    scores.set(
        t,
        new Scores.Score(
            (deviation - median) / spread,
            Math.exp(centre) - offset,
            Math.exp(centre - WATCH * spread) - offset,
            Math.exp(centre + WATCH * spread) - offset,
            false));
  }

  // Month t itself is never among those that it is compared with.
  private void slide(double[] deviations, int t) {
    if (t > HISTORY && !Double.isNaN(deviations[t - 1 - HISTORY])) {
      window.remove(deviations[t - 1 - HISTORY]);
    }
    if (t > 0 && !Double.isNaN(deviations[t - 1])) {
      window.add(deviations[t - 1]);
    }
  }

  /** The median of the same month of up to three earlier years; a flagged last year is no guide. */
  private static double base(double[] logs, Scores scores, int t) {
    double first = t >= YEAR && !scores.flagged(t - YEAR) ? logs[t - YEAR] : Double.NaN;
    double second = t >= 2 * YEAR ? logs[t - 2 * YEAR] : Double.NaN;
    double third = t >= 3 * YEAR ? logs[t - 3 * YEAR] : Double.NaN;
    if (Double.isNaN(first)) {
      return (second + third) / 2;
    }
    if (Double.isNaN(second)) {
      return (first + third) / 2;
    }
    if (Double.isNaN(third)) {
      return (first + second) / 2;
    }
    return Math.max(Math.min(first, second), Math.min(Math.max(first, second), third));
  }

  /** One hundredth of the positive median of the first three years, which no later month moves. */
  private static double offset(double[] values) {
    var first =
        Arrays.stream(values, 0, Math.min(FIRST_MONTHS, values.length))
            .filter(value -> value > 0)
            .sorted()
            .toArray();
    int n = first.length;
    return n == 0 ? Double.NaN : OFFSET_SHARE * (first[(n - 1) / 2] + first[n / 2]) / 2;
  }
}
