package org.ecosec.trade.anomaly;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecosec.trade.anomaly.SeriesView.Missing;
import org.ecosec.trade.anomaly.SeriesView.Point;
import org.ecosec.trade.anomaly.SeriesView.Reading;
import org.ecosec.trade.anomaly.math.BreakDate;
import org.ecosec.trade.observation.Flow;
import org.ecosec.trade.reference.Products;
import org.ecosec.trade.reference.TradeSources;
import org.jspecify.annotations.Nullable;

/** Scores one series at a read, month by month, flagged or not. */
@ApplicationScoped
class SeriesReading {

  private static final int F_DECIMALS = 4;

  private final MonthlySeries series;
  private final Assessment assessment;
  private final MixedBaskets baskets;
  private final Products products;
  private final TradeSources sources;

  SeriesReading(
      MonthlySeries series,
      Assessment assessment,
      MixedBaskets baskets,
      Products products,
      TradeSources sources) {
    this.series = series;
    this.assessment = assessment;
    this.baskets = baskets;
    this.products = products;
    this.sources = sources;
  }

  /** Which series. */
  record Wanted(
      String reporter,
      String partner,
      Flow flow,
      String classification,
      String product,
      Metric metric,
      @Nullable String source) {}

  /** The series from the preferred source that has it. */
  Optional<SeriesView> read(Wanted wanted, long revision) {
    var preference = sources.preference();
    return series.sources(wanted.reporter(), wanted.flow().name(), wanted.classification()).stream()
        .filter(source -> wanted.source() == null || source.equals(wanted.source()))
        .sorted(
            Comparator.comparingInt(
                source ->
                    preference.contains(source) ? preference.indexOf(source) : preference.size()))
        .map(source -> view(wanted, source, revision))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private @Nullable SeriesView view(Wanted wanted, String source, long revision) {
    var group = new SeriesGroup(source, wanted.reporter(), wanted.flow(), wanted.classification());
    return series
        .one(group, wanted.product(), revision)
        .flatMap(
            found ->
                assessment.scored(group, found).stream()
                    .filter(scored -> scored.partner().equals(wanted.partner()))
                    .filter(scored -> scored.metric() == wanted.metric())
                    .findFirst())
        .map(scored -> view(wanted, group, scored))
        .orElse(null);
  }

  private SeriesView view(Wanted wanted, SeriesGroup group, ScoredSeries scored) {
    var holds = baskets.holds(group.classification(), scored.product());
    int months = scored.months().months();
    return new SeriesView(
        group.reporter(),
        scored.partner(),
        group.flow(),
        group.classification(),
        scored.product(),
        products.name(group.classification(), scored.product()),
        wanted.metric(),
        wanted.metric().unit(),
        IntStream.range(0, months)
            .mapToObj(t -> point(group, scored, t, holds.isPresent()))
            .toList(),
        levelBreak(scored),
        holds.map(text -> "A movement of one good cannot be excluded: " + text + ".").orElse(null),
        group.source(),
        scored.months().month(months - 1).toString(),
        Assessment.METHOD);
  }

  private Point point(SeriesGroup group, ScoredSeries scored, int t, boolean mixed) {
    var period = scored.months().month(t).toString();
    if (!scored.scores().scored(t)) {
      var value = scored.value(t);
      return new Point(
          period,
          Double.isNaN(value) ? null : Assessment.figure(scored.metric(), value),
          null,
          null,
          null,
          null,
          Tier.NONE,
          Reading.NOT_SCORED,
          missing(scored, t).name());
    }
    var figures = assessment.figures(group, scored, t);
    return new Point(
        period,
        figures.observed(),
        figures.expected(),
        figures.lower(),
        figures.upper(),
        figures.z(),
        figures.tier(),
        reading(scored, t, mixed),
        figures.reason() == null ? null : figures.reason().name());
  }

  private static Reading reading(ScoredSeries scored, int t, boolean mixed) {
    if (scored.flagged(t)) {
      return Reading.FLAGGED;
    }
    if (mixed) {
      return Reading.CANNOT_EXCLUDE;
    }
    return scored.scores().flagged(t) ? Reading.BELOW_MINIMUM : Reading.WITHIN_BAND;
  }

  private static Missing missing(ScoredSeries scored, int t) {
    if (!scored.months().reported(t)) {
      return Missing.NOT_REPORTED;
    }
    if (scored.joined() && scored.months().month(t).getMonthValue() == 1) {
      return Missing.READ_WITH_FEBRUARY;
    }
    return Double.isNaN(scored.value(t)) ? Missing.NO_WEIGHT : Missing.SHORT_HISTORY;
  }

  private static SeriesView.@Nullable Break levelBreak(ScoredSeries scored) {
    int[] months =
        IntStream.range(0, scored.scores().months()).filter(t -> scored.value(t) > 0).toArray();
    double[] logs = IntStream.of(months).mapToDouble(t -> Math.log(scored.value(t))).toArray();
    return BreakDate.of(logs)
        .map(
            found ->
                new SeriesView.Break(
                    scored.months().month(months[found.index()]).toString(),
                    Assessment.figure(scored.metric(), Math.exp(found.before())),
                    Assessment.figure(scored.metric(), Math.exp(found.after())),
                    BigDecimal.valueOf(found.supF()).setScale(F_DECIMALS, RoundingMode.HALF_EVEN),
                    found.significance()))
        .orElse(null);
  }
}
