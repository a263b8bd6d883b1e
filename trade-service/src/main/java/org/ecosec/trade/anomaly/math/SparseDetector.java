package org.ecosec.trade.anomaly.math;

import java.util.Arrays;

/**
 * For series that are idle at least half of the time: how many of the last three months were
 * active, against the quarters of the three years before (negative binomial, mid-p), and the value
 * of an active month against earlier active months.
 */
final class SparseDetector {

  private static final int HISTORY = 36;
  private static final int QUARTER = 3;
  private static final int MAX_ACTIVE = 24;
  private static final int MIN_ACTIVE = 12;
  private static final double MIN_SPREAD = 0.10;
  private static final double HALF = 0.5;

  /** One-sided mid-p at and below which the number of active months is watched. */
  private static final double MAX_P = 0.0025;

  private final SortedWindow active = new SortedWindow(MAX_ACTIVE);

  /** Whether at least half of the three years before month t had no trade. */
  static boolean applies(double[] values, int t) {
    if (t < HISTORY) {
      return false;
    }
    int known = 0;
    int idle = 0;
    for (int i = t - HISTORY; i < t; i++) {
      known += Double.isNaN(values[i]) ? 0 : 1;
      idle += values[i] == 0 ? 1 : 0;
    }
    return known >= HISTORY / 2 && 2 * idle >= known;
  }

  void score(double[] values, int t, Scores scores) {
    if (Double.isNaN(values[t])) {
      return;
    }
    double rate = Arrays.stream(values, t - HISTORY, t).filter(value -> value > 0).count();
    gather(values, t);
    double count = t >= HISTORY + QUARTER ? countScore(values, t) : 0;
    boolean known = active.size() >= MIN_ACTIVE;
    double median = active.size() == 0 ? 0 : active.median();
    double spread = known ? Math.max(active.spread(median), MIN_SPREAD) : 0;
    double value = known && values[t] > 0 ? (Math.log(values[t]) - median) / spread : 0;
    double z = Math.abs(value) >= Math.abs(count) ? value : count;
    double usual = active.size() == 0 ? 0 : Math.exp(median);
    scores.set(
        t,
        new Scores.Score(
            z,
            usual * rate / HISTORY,
            0,
            known ? Math.exp(median + SeasonalDetector.WATCH * spread) : usual,
            true));
  }

  private void gather(double[] values, int t) {
    active.clear();
    for (int i = t - 1; i >= 0 && active.size() < MAX_ACTIVE; i--) {
      if (values[i] > 0) {
        active.add(Math.log(values[i]));
      }
    }
  }

  /**
   * The score of the last quarter's active months: {@link SeasonalDetector#WATCH} where mid-p is
   * MAX_P, more for less, so that one threshold serves both detectors.
   */
  private static double countScore(double[] values, int t) {
    int quarters = HISTORY / QUARTER;
    double sum = 0;
    double squares = 0;
    for (int q = 1; q <= quarters; q++) {
      double n = activeMonths(values, t - q * QUARTER);
      sum += n;
      squares += n * n;
    }
    // Half a count, so that a first shipment after three idle years is not impossible.
    double mean = Math.max(sum, HALF) / quarters;
    double variance = (squares - sum * sum / quarters) / (quarters - 1);
    int now = activeMonths(values, t);
    double above = NegativeBinomial.of(mean, variance).upperMidP(now);
    double tail = Math.min(above, 1 - above);
    double size = SeasonalDetector.WATCH * Math.log(tail) / Math.log(MAX_P);
    return above < HALF ? size : -size;
  }

  private static int activeMonths(double[] values, int last) {
    int n = 0;
    for (int i = last - QUARTER + 1; i <= last; i++) {
      n += values[i] > 0 ? 1 : 0;
    }
    return n;
  }
}
