package org.ecosec.trade.anomaly.math;

/**
 * Counts with a mean and a variance; where the variance is not above the mean it is the Poisson
 * distribution. {@code size} is infinite then.
 */
record NegativeBinomial(double mean, double size) {

  private static final double HALF = 0.5;

  static NegativeBinomial of(double mean, double variance) {
    return new NegativeBinomial(
        mean, variance > mean ? mean * mean / (variance - mean) : Double.POSITIVE_INFINITY);
  }

  /** P(K > k) + P(K = k) / 2. */
  double upperMidP(int k) {
    double density = atZero();
    double below = 0;
    for (int i = 0; i < k; i++) {
      below += density;
      density *= next(i);
    }
    return Math.max(1 - below - HALF * density, Double.MIN_NORMAL);
  }

  private double atZero() {
    return Double.isInfinite(size) ? Math.exp(-mean) : Math.pow(size / (size + mean), size);
  }

  private double next(int i) {
    return Double.isInfinite(size) ? mean / (i + 1) : (size + i) / (i + 1) * (mean / (size + mean));
  }
}
