package org.ecosec.trade.anomaly;

import org.ecosec.trade.anomaly.math.Scores;

/**
 * One partner's series of one metric with its scores; {@code material} months are worth telling.
 */
final class ScoredSeries {

  private final AnomalyFigures.Key last;
  private final ProductSeries months;
  private final double[] values;
  private final Scores scores;
  private final boolean[] material;
  private final boolean joined;

  ScoredSeries(
      AnomalyFigures.Key last,
      ProductSeries months,
      double[] values,
      Scores scores,
      boolean[] material,
      boolean joined) {
    this.last = last;
    this.months = months;
    this.values = values;
    this.scores = scores;
    this.material = material;
    this.joined = joined;
  }

  String product() {
    return last.product();
  }

  String partner() {
    return last.partner();
  }

  Metric metric() {
    return last.metric();
  }

  ProductSeries months() {
    return months;
  }

  /** What was observed in a month, {@code NaN} if nothing was. */
  double value(int t) {
    return values[t];
  }

  Scores scores() {
    return scores;
  }

  /** Whether January and February are read together. */
  boolean joined() {
    return joined;
  }

  boolean flagged(int t) {
    return scores.flagged(t) && material[t];
  }

  AnomalyFigures.Key key(int t) {
    return new AnomalyFigures.Key(product(), partner(), metric(), months.month(t).toString());
  }
}
