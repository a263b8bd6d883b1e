package org.ecosec.trade.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.ecosec.trade.scenario.ScenarioResult.Alternative;
import org.ecosec.trade.scenario.ScenarioResult.Spare;
import org.ecosec.trade.scenario.ScenarioResult.Substitution;
import org.ecosec.trade.scenario.TradeYear.ExporterTrade;
import org.ecosec.trade.scenario.math.Disruption;

/** Names who could supply a product instead, the largest exporters first. */
final class Substitutions {

  private static final int MAX_SUPPLIERS = 20;
  // Entrepôts whose exports are largely others' goods: METHODS, origin and consignment.
  private static final Set<String> HUBS = Set.of("HKG", "SGP", "NLD", "ARE");

  private Substitutions() {}

  /** One disruption for each spare share, all of the same exporters in the same order. */
  static Substitution of(
      Assumptions assumptions,
      String product,
      List<ExporterTrade> others,
      List<Disruption> disruptions) {
    var alternatives = new ArrayList<Alternative>();
    for (int i = 0; i < others.size(); i++) {
      alternatives.add(alternative(others.get(i), spares(assumptions, disruptions, i)));
    }
    alternatives.sort(
        Comparator.comparing(Alternative::exportsUsdOfYear)
            .reversed()
            .thenComparing(Alternative::supplier));
    int shown = Math.min(MAX_SUPPLIERS, alternatives.size());
    return new Substitution(
        product, List.copyOf(alternatives.subList(0, shown)), alternatives.size() - shown);
  }

  private static List<Spare> spares(
      Assumptions assumptions, List<Disruption> disruptions, int exporter) {
    var shares = assumptions.spareShares().each(share -> share);
    var spares = new ArrayList<Spare>();
    for (int level = 0; level < disruptions.size(); level++) {
      var substitute = disruptions.get(level).substitutes().get(exporter);
      spares.add(
          new Spare(
              shares.get(level),
              substitute.spareUsd(),
              substitute.cappedBy(),
              substitute.suppliesUsd()));
    }
    return spares;
  }

  private static Alternative alternative(ExporterTrade other, List<Spare> spares) {
    return new Alternative(
        other.exporter(),
        other.exportsUsd(),
        other.basis(),
        HUBS.contains(other.exporter()),
        ScenarioResult.cents(other.made().usd()),
        other.made().reason(),
        spares);
  }
}
