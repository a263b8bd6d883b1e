package org.ecosec.trade.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.ecosec.trade.scenario.ScenarioResult.Loss;
import org.ecosec.trade.scenario.ScenarioResult.Total;
import org.ecosec.trade.scenario.ScenarioResult.TotalOutcome;
import org.jspecify.annotations.Nullable;

/** Adds losses up, by importer, and by importer and sector. */
final class Totals {

  private Totals() {}

  static List<Total> byImporter(List<Loss> losses, Assumptions assumptions) {
    var groups = new TreeMap<String, List<Loss>>();
    losses.forEach(
        loss -> groups.computeIfAbsent(loss.importer(), key -> new ArrayList<>()).add(loss));
    var totals = new ArrayList<Total>();
    groups.forEach((importer, group) -> totals.add(total(importer, null, group, assumptions)));
    return totals;
  }

  static List<Total> bySector(List<Loss> losses, Assumptions assumptions) {
    var groups = new TreeMap<String, Map<String, List<Loss>>>();
    for (Loss loss : losses) {
      for (String sector : loss.sectors()) {
        groups
            .computeIfAbsent(loss.importer(), key -> new TreeMap<>())
            .computeIfAbsent(sector, key -> new ArrayList<>())
            .add(loss);
      }
    }
    var totals = new ArrayList<Total>();
    groups.forEach(
        (importer, bySector) ->
            bySector.forEach(
                (sector, group) -> totals.add(total(importer, sector, group, assumptions))));
    return totals;
  }

  private static Total total(
      String importer, @Nullable String sector, List<Loss> losses, Assumptions assumptions) {
    var shares = assumptions.spareShares().each(share -> share);
    var outcomes = new ArrayList<TotalOutcome>();
    for (int i = 0; i < shares.size(); i++) {
      int level = i;
      outcomes.add(
          new TotalOutcome(
              shares.get(level),
              sum(losses, loss -> loss.outcomes().get(level).substitutedUsd()),
              sum(losses, loss -> loss.outcomes().get(level).residualUsd())));
    }
    return new Total(
        importer, sector, sum(losses, Loss::atRiskUsd), sum(losses, Loss::coverUsd), outcomes);
  }

  private static BigDecimal sum(List<Loss> losses, Function<Loss, BigDecimal> amount) {
    return losses.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
