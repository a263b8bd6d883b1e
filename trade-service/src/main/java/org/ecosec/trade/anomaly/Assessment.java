package org.ecosec.trade.anomaly;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ecosec.trade.anomaly.math.JanuaryAndFebruary;
import org.ecosec.trade.anomaly.math.Scores;
import org.ecosec.trade.anomaly.math.SeasonalDetector;
import org.ecosec.trade.anomaly.math.UnitValueDetector;
import org.ecosec.trade.reference.Economies;
import org.jspecify.annotations.Nullable;

/** Scores the series of one product and keeps the months worth keeping. */
@ApplicationScoped
class Assessment {

  static final String METHOD = "anomaly/1";

  /** A flag is followed this many scored months, so that its end is seen too. */
  private static final int FOLLOWED = 3;

  private static final int SCORE_DECIMALS = 4;

  private final AnomalyConfig config;
  private final Economies economies;
  private final MixedBaskets baskets;

  Assessment(AnomalyConfig config, Economies economies, MixedBaskets baskets) {
    this.config = config;
    this.economies = economies;
    this.baskets = baskets;
  }

  List<ScoredSeries> scored(SeriesGroup group, ProductSeries series) {
    boolean joined = config.lunarNewYear().contains(group.reporter());
    var all = new ArrayList<ScoredSeries>();
    series
        .flows(group.reporter(), economies)
        .forEach((partner, flow) -> all.addAll(scored(series, partner, flow, joined)));
    return all;
  }

  private List<ScoredSeries> scored(
      ProductSeries series, String partner, ProductSeries.Flow flow, boolean joined) {
    var values = joined(series, flow.valueUsd(), joined);
    var weights = joined(series, flow.netWeightKg(), joined);
    var unitValues = new double[values.length];
    Arrays.setAll(
        unitValues, t -> values[t] > 0 && weights[t] > 0 ? values[t] / weights[t] : Double.NaN);
    var byValue = new SeasonalDetector().score(values);
    var changed = new boolean[values.length];
    var traded = new boolean[values.length];
    for (int t = 0; t < values.length; t++) {
      double expected = byValue.scored(t) ? byValue.at(t).expected() : 0;
      changed[t] = Math.abs(values[t] - expected) >= config.minimumChangeUsd();
      traded[t] = Math.max(values[t], expected) >= config.minimumChangeUsd();
    }
    return List.of(
        new ScoredSeries(
            key(series, partner, Metric.VALUE), series, values, byValue, changed, joined),
        new ScoredSeries(
            key(series, partner, Metric.WEIGHT),
            series,
            weights,
            new SeasonalDetector().score(weights),
            traded,
            joined),
        new ScoredSeries(
            key(series, partner, Metric.UNIT_VALUE),
            series,
            unitValues,
            new UnitValueDetector().score(unitValues),
            traded,
            joined));
  }

  private static AnomalyFigures.Key key(ProductSeries series, String partner, Metric metric) {
    return new AnomalyFigures.Key(
        series.product(), partner, metric, series.month(series.months() - 1).toString());
  }

  private static double[] joined(ProductSeries series, double[] values, boolean joined) {
    return joined ? JanuaryAndFebruary.joined(series.start(), values) : values;
  }

  /** The months of a series that are flagged, the few after each, and those once kept. */
  List<AnomalyFigures> figures(
      SeriesGroup group, ScoredSeries scored, Set<AnomalyFigures.Key> keptBefore) {
    var kept = new ArrayList<AnomalyFigures>();
    int following = 0;
    for (int t = 0; t < scored.scores().months(); t++) {
      if (!scored.scores().scored(t)) {
        continue;
      }
      boolean flagged = scored.flagged(t);
      if (flagged || following > 0 || keptBefore.contains(scored.key(t))) {
        kept.add(figures(group, scored, t));
      }
      following = flagged ? FOLLOWED : following - 1;
    }
    return kept;
  }

  /** A scored month as it is stored and told. */
  AnomalyFigures figures(SeriesGroup group, ScoredSeries scored, int t) {
    var score = scored.scores().at(t);
    var reason = reason(group, scored, t);
    return new AnomalyFigures(
        scored.product(),
        scored.partner(),
        scored.metric(),
        scored.months().month(t).toString(),
        tier(scored, t, reason),
        score.z() < 0 ? Direction.DROP : Direction.RISE,
        detector(scored.metric(), score),
        BigDecimal.valueOf(score.z()).setScale(SCORE_DECIMALS, RoundingMode.HALF_EVEN),
        figure(scored.metric(), scored.value(t)),
        figure(scored.metric(), score.expected()),
        figure(scored.metric(), score.lower()),
        figure(scored.metric(), score.upper()),
        reason);
  }

  static BigDecimal figure(Metric metric, double value) {
    return BigDecimal.valueOf(value).setScale(metric.decimals(), RoundingMode.HALF_EVEN);
  }

  // What a unit of a mixed basket is worth says what is in it, and nothing surer.
  private static Tier tier(ScoredSeries scored, int t, AnomalyFigures.@Nullable Reason reason) {
    if (!scored.flagged(t)) {
      return Tier.NONE;
    }
    boolean composition =
        scored.metric() == Metric.UNIT_VALUE && reason == AnomalyFigures.Reason.MIXED_BASKET;
    boolean sure = Math.abs(scored.scores().z(t)) >= SeasonalDetector.ALERT;
    return sure && !composition ? Tier.ALERT : Tier.WATCH;
  }

  private static AnomalyFigures.Detector detector(Metric metric, Scores.Score score) {
    if (metric == Metric.UNIT_VALUE) {
      return AnomalyFigures.Detector.UNIT_VALUE;
    }
    return score.sparse() ? AnomalyFigures.Detector.SPARSE : AnomalyFigures.Detector.MAIN;
  }

  private AnomalyFigures.@Nullable Reason reason(SeriesGroup group, ScoredSeries scored, int t) {
    if (baskets.mixed(group.classification(), scored.product())) {
      return AnomalyFigures.Reason.MIXED_BASKET;
    }
    return scored.joined() && scored.months().month(t).getMonthValue() == 2
        ? AnomalyFigures.Reason.JANUARY_AND_FEBRUARY
        : null;
  }
}
