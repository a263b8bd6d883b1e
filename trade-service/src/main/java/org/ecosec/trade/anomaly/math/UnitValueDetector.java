package org.ecosec.trade.anomaly.math;

/**
 * The logarithm of value over weight beside that of the two years before it; at least twelve of
 * those months must have both.
 */
public final class UnitValueDetector {

  private static final int HISTORY = 24;
  private static final int MIN_HISTORY = 12;
  private static final double MIN_SPREAD = 0.10;

  private final SortedWindow window = new SortedWindow(HISTORY);

  /** Scores unit values; a month without value or without weight is {@code NaN}. */
  public Scores score(double[] unitValues) {
    var scores = new Scores(unitValues.length);
    window.clear();
    for (int t = 0; t < unitValues.length; t++) {
      double now = Math.log(unitValues[t]);
      if (!Double.isNaN(now) && window.size() >= MIN_HISTORY) {
        scores.set(t, score(now));
      }
      if (t >= HISTORY && !Double.isNaN(unitValues[t - HISTORY])) {
        window.remove(Math.log(unitValues[t - HISTORY]));
      }
      if (!Double.isNaN(now)) {
        window.add(now);
      }
    }
    return scores;
  }

  private Scores.Score score(double now) {
    double median = window.median();
    double spread = Math.max(window.spread(median), MIN_SPREAD);
    return new Scores.Score(
        (now - median) / spread,
        Math.exp(median),
        Math.exp(median - SeasonalDetector.WATCH * spread),
        Math.exp(median + SeasonalDetector.WATCH * spread),
        false);
  }
}
