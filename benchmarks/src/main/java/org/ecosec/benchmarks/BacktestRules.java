package org.ecosec.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecosec.trade.anomaly.math.Backtest.Flag;
import org.ecosec.trade.anomaly.math.FalseDiscovery;
import org.ecosec.trade.anomaly.math.JanuaryAndFebruary;
import org.ecosec.trade.anomaly.math.Scores;
import org.ecosec.trade.anomaly.math.SeasonalDetector;

/** What each rule would have flagged, month by month, knowing only what came before. */
record BacktestRules(int series, long months, Map<String, List<Flag>> flags) {
  static final String TWO_TIERS = "ALERT: 5, or 3.5 in two partners";
  static final String DISCOVERED = ", and q of 0.05";
  private static final double MINIMUM_CHANGE = 100_000;
  private static final double LARGE = 1_000_000;
  private static final double Q = 0.05;
  private static final String LUNAR_NEW_YEAR = "CHN";

  /** One scored month. */
  private record Scored(BacktestSeries.Key key, int month, double z, double change) {
    boolean flagged() {
      return Math.abs(z) >= SeasonalDetector.WATCH && Math.abs(change) >= MINIMUM_CHANGE;
    }

    Flag flag() {
      return new Flag(key.product(), key.partner(), month, z < 0);
    }

    String movement() {
      return key.flow() + key.product() + month + (z < 0);
    }
  }

  static BacktestRules of(BacktestSeries series) {
    var scored = new ArrayList<Scored>();
    series.values().forEach((key, values) -> scored.addAll(scored(series, key, values)));
    var flagged = scored.stream().filter(Scored::flagged).toList();
    var partners = new java.util.HashMap<String, Integer>();
    flagged.stream()
        .filter(month -> !month.key().partner().equals(BacktestSeries.ALL))
        .forEach(month -> partners.merge(month.movement(), 1, Integer::sum));
    var rules = new LinkedHashMap<String, List<Flag>>();
    rules.put("|z| of 3.5, whatever the value", flags(scored, 0));
    rules.put("WATCH: 3.5 and at least 100,000 US$", flags(flagged, SeasonalDetector.WATCH));
    rules.put("5 and at least 100,000 US$", flags(flagged, SeasonalDetector.ALERT));
    var alerts =
        flagged.stream()
            .filter(
                month ->
                    Math.abs(month.z()) >= SeasonalDetector.ALERT
                        || partners.getOrDefault(month.movement(), 0) > 1)
            .toList();
    rules.put(TWO_TIERS, flags(alerts, 0));
    rules.put(
        "ALERT and at least 1,000,000 US$",
        flags(alerts.stream().filter(month -> Math.abs(month.change()) >= LARGE).toList(), 0));
    var discovered = discovered(scored);
    rules.put(
        "WATCH" + DISCOVERED, flags(flagged.stream().filter(discovered::contains).toList(), 0));
    rules.put(
        "ALERT" + DISCOVERED, flags(alerts.stream().filter(discovered::contains).toList(), 0));
    return new BacktestRules(series.values().size(), scored.size(), rules);
  }

  private static List<Flag> flags(List<Scored> months, double least) {
    return months.stream()
        .filter(month -> Math.abs(month.z()) >= Math.max(least, SeasonalDetector.WATCH))
        .map(Scored::flag)
        .toList();
  }

  private static List<Scored> scored(
      BacktestSeries series, BacktestSeries.Key key, List<Double> listed) {
    var values = listed.stream().mapToDouble(Double::doubleValue).toArray();
    if (key.reporter().equals(LUNAR_NEW_YEAR)) {
      values = JanuaryAndFebruary.joined(series.start(), values);
    }
    Scores scores = new SeasonalDetector().score(values);
    var scored = new ArrayList<Scored>();
    for (int t = 0; t < values.length; t++) {
      if (scores.scored(t)) {
        scored.add(new Scored(key, t, scores.z(t), values[t] - scores.at(t).expected()));
      }
    }
    return scored;
  }

  /**
   * Every release is one family of tests; p is the rank of a score among the earlier months of all
   * series. Among those of its own series no month could ever rank high enough.
   */
  private static Set<Scored> discovered(List<Scored> scored) {
    var found = new HashSet<Scored>();
    for (int month : scored.stream().mapToInt(Scored::month).distinct().sorted().toArray()) {
      var placebo =
          scored.stream().filter(one -> one.month() < month).mapToDouble(Scored::z).toArray();
      var release = scored.stream().filter(one -> one.month() == month).toList();
      var q =
          FalseDiscovery.qValues(
              release.stream()
                  .mapToDouble(one -> FalseDiscovery.empiricalP(one.z(), placebo))
                  .toArray());
      IntStream.range(0, q.length)
          .filter(i -> q[i] <= Q)
          .mapToObj(release::get)
          .forEach(found::add);
    }
    return found;
  }

  /** What the two-tier rule says of each event. */
  List<String> eventLines(BacktestEvents.Labelled labelled) {
    var lines = new ArrayList<String>();
    var raised = flags.getOrDefault(TWO_TIERS, List.of());
    for (int i = 0; i < labelled.events().size(); i++) {
      var event = labelled.events().get(i);
      var partners =
          raised.stream()
              .filter(flag -> flag.product().equals(event.product()))
              .filter(flag -> flag.month() == event.month() && flag.drop() == event.drop())
              .filter(
                  flag -> event.partners().isEmpty() || event.partners().contains(flag.partner()))
              .map(Flag::partner)
              .toList();
      lines.add("  " + labelled.ids().get(i) + ": flagged in the month " + partners);
    }
    return lines;
  }
}
