package org.ecosec.trade.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.scenario.Baseline.ExporterTrade;
import org.ecosec.trade.scenario.Baseline.ImporterTrade;
import org.ecosec.trade.scenario.Baseline.ProductTrade;
import org.ecosec.trade.scenario.BaselineTrade.Wanted;
import org.ecosec.trade.scenario.ScenarioResult.Alternative;
import org.ecosec.trade.scenario.ScenarioResult.Gap;
import org.ecosec.trade.scenario.ScenarioResult.Loss;
import org.ecosec.trade.scenario.ScenarioResult.Outcome;
import org.ecosec.trade.scenario.ScenarioResult.Spare;
import org.ecosec.trade.scenario.ScenarioResult.Substitution;
import org.ecosec.trade.scenario.math.Buyer;
import org.ecosec.trade.scenario.math.Disruption;
import org.ecosec.trade.scenario.math.Supplier;
import org.ecosec.trade.scenario.math.Terms;
import org.jspecify.annotations.Nullable;

/** Works a scenario out: the same assumptions at the same revision gives the same result. */
@ApplicationScoped
class ScenarioRun {

  private static final int SHARE_DECIMALS = 12;
  private static final int MAX_SUPPLIERS = 20;
  // Entrepôts whose exports are largely others' goods: METHODS, origin and consignment.
  private static final Set<String> HUBS = Set.of("HKG", "SGP", "NLD", "ARE");

  private final BaselineTrade trade;
  private final Sectors sectors;

  ScenarioRun(BaselineTrade trade, Sectors sectors) {
    this.trade = trade;
    this.sectors = sectors;
  }

  ScenarioResult of(Assumptions assumptions, long revision) {
    var wanted = new Wanted(assumptions.classification(), assumptions.products(), revision);
    var period =
        assumptions.baselinePeriod() != null
            ? assumptions.baselinePeriod()
            : trade
                .newestYear(wanted, assumptions.targets())
                .orElseThrow(
                    () ->
                        Problem.unprocessable(
                            "no-baseline",
                            "No target reports imports of these products; import a file first, or"
                                + " name other targets."));
    var baseline = trade.of(wanted, period);
    var losses = new ArrayList<Loss>();
    var substitutions = new ArrayList<Substitution>();
    var gaps = new ArrayList<Gap>();
    for (String product : assumptions.products()) {
      work(assumptions, product, baseline.of(product), losses, substitutions, gaps);
    }
    return new ScenarioResult(
        ScenarioResult.METHOD,
        period,
        revision,
        losses,
        substitutions,
        Totals.byImporter(losses, assumptions),
        Totals.bySector(losses, assumptions),
        gaps);
  }

  private void work(
      Assumptions assumptions,
      String product,
      ProductTrade productTrade,
      List<Loss> losses,
      List<Substitution> substitutions,
      List<Gap> gaps) {
    var importers =
        productTrade.importers().stream()
            .filter(importer -> !importer.importer().equals(assumptions.imposer()))
            .filter(
                importer ->
                    assumptions.targets().isEmpty()
                        ? importer.from(assumptions.imposer()).signum() > 0
                        : assumptions.targets().contains(importer.importer()))
            .toList();
    var reporting = importers.stream().map(ImporterTrade::importer).toList();
    assumptions.targets().stream()
        .filter(target -> !reporting.contains(target))
        .forEach(target -> gaps.add(new Gap(target, product, "NO_DATA")));
    if (importers.isEmpty()) {
      return;
    }
    var stock = assumptions.stockDaysOf(product);
    var buyers = importers.stream().map(importer -> buyer(assumptions, importer, stock)).toList();
    var others =
        productTrade.exporters().stream()
            .filter(exporter -> !exporter.exporter().equals(assumptions.imposer()))
            .filter(exporter -> !reporting.contains(exporter.exporter()))
            .filter(exporter -> !assumptions.excludedSuppliers().contains(exporter.exporter()))
            .toList();
    var suppliers =
        others.stream().map(other -> new Supplier(other.exporter(), other.exportsUsd())).toList();
    var disruptions =
        assumptions
            .spareShares()
            .each(share -> Disruption.of(terms(assumptions, share), buyers, suppliers));
    for (int i = 0; i < importers.size(); i++) {
      losses.add(loss(assumptions, product, importers.get(i), buyers.get(i), disruptions, i));
    }
    substitutions.add(substitution(assumptions, product, others, disruptions));
  }

  private static Terms terms(Assumptions assumptions, BigDecimal spareShare) {
    return new Terms(
        assumptions.cut(), assumptions.horizonDays(), assumptions.transitDays(), spareShare);
  }

  private static Buyer buyer(
      Assumptions assumptions, ImporterTrade importer, @Nullable BigDecimal stockDays) {
    return new Buyer(
        importer.importer(),
        importer.from(assumptions.imposer()),
        importer.importsUsd(),
        stockDays == null ? BigDecimal.ZERO : stockDays);
  }

  private Loss loss(
      Assumptions assumptions,
      String product,
      ImporterTrade importer,
      Buyer buyer,
      List<Disruption> disruptions,
      int index) {
    var first = disruptions.getFirst().losses().get(index);
    var outcomes = new ArrayList<Outcome>();
    var shares = assumptions.spareShares().each(share -> share);
    for (int i = 0; i < disruptions.size(); i++) {
      var loss = disruptions.get(i).losses().get(index);
      outcomes.add(
          new Outcome(
              shares.get(i),
              loss.substitutedUsd(),
              loss.residualUsd(),
              ofImports(loss.residualUsd(), buyer.importsUsd(), assumptions.horizonDays())));
    }
    var stockOut = StockOut.of(assumptions, product, buyer);
    return new Loss(
        importer.importer(),
        product,
        sectors.of(assumptions.classification(), product),
        importer.source(),
        buyer.importsUsd(),
        buyer.fromImposerUsd(),
        share(buyer.fromImposerUsd(), buyer.importsUsd()),
        first.atRiskUsd(),
        first.coverUsd(),
        first.atRiskUsd().subtract(first.coverUsd()),
        stockOut.day(),
        stockOut.reason(),
        outcomes);
  }

  private static Substitution substitution(
      Assumptions assumptions,
      String product,
      List<ExporterTrade> others,
      List<Disruption> disruptions) {
    var shares = assumptions.spareShares().each(share -> share);
    var alternatives = new ArrayList<Alternative>();
    for (int i = 0; i < others.size(); i++) {
      var spares = new ArrayList<Spare>();
      for (int level = 0; level < disruptions.size(); level++) {
        var substitute = disruptions.get(level).substitutes().get(i);
        spares.add(new Spare(shares.get(level), substitute.spareUsd(), substitute.suppliesUsd()));
      }
      var other = others.get(i);
      alternatives.add(
          new Alternative(
              other.exporter(),
              other.exportsUsd(),
              other.basis(),
              HUBS.contains(other.exporter()),
              spares));
    }
    alternatives.sort(
        Comparator.comparing(Alternative::exportsUsdOfYear)
            .reversed()
            .thenComparing(Alternative::supplier));
    int shown = Math.min(MAX_SUPPLIERS, alternatives.size());
    return new Substitution(
        product, List.copyOf(alternatives.subList(0, shown)), alternatives.size() - shown);
  }

  private static @Nullable BigDecimal ofImports(BigDecimal usd, BigDecimal yearly, int days) {
    var inHorizon = yearly.multiply(BigDecimal.valueOf(days));
    return inHorizon.signum() <= 0
        ? null
        : usd.multiply(BigDecimal.valueOf(365))
            .divide(inHorizon, SHARE_DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
    return whole.signum() <= 0 ? null : part.divide(whole, SHARE_DECIMALS, RoundingMode.HALF_EVEN);
  }
}
