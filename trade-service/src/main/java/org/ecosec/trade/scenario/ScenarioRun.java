package org.ecosec.trade.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.scenario.ScenarioResult.Gap;
import org.ecosec.trade.scenario.ScenarioResult.Loss;
import org.ecosec.trade.scenario.ScenarioResult.Outcome;
import org.ecosec.trade.scenario.ScenarioResult.Stock;
import org.ecosec.trade.scenario.ScenarioResult.Substitution;
import org.ecosec.trade.scenario.TradeYear.ImporterTrade;
import org.ecosec.trade.scenario.TradeYear.ProductTrade;
import org.ecosec.trade.scenario.TradeYears.Wanted;
import org.ecosec.trade.scenario.math.Buyer;
import org.ecosec.trade.scenario.math.Disruption;
import org.ecosec.trade.scenario.math.Supplier;
import org.ecosec.trade.scenario.math.Terms;
import org.jspecify.annotations.Nullable;

/** Works a scenario out: the same assumptions at the same revision gives the same result. */
@ApplicationScoped
class ScenarioRun {

  private static final int SHARE_DECIMALS = 12;

  private final TradeYears trade;
  private final ReportedYears years;
  private final Sectors sectors;
  private final Stocks stocks;

  ScenarioRun(TradeYears trade, ReportedYears years, Sectors sectors, Stocks stocks) {
    this.trade = trade;
    this.years = years;
    this.sectors = sectors;
    this.stocks = stocks;
  }

  ScenarioResult of(Assumptions assumptions, long revision) {
    var wanted = new Wanted(assumptions.classification(), assumptions.products(), revision);
    var period =
        assumptions.baselinePeriod() != null
            ? assumptions.baselinePeriod()
            : years
                .newest(wanted, assumptions.targets())
                .orElseThrow(
                    () ->
                        Problem.unprocessable(
                            "no-baseline",
                            "No target reports imports of these products; import a file first, or"
                                + " name other targets."));
    var baseline = trade.of(wanted, period);
    var known = stocks.of(assumptions, revision);
    var losses = new ArrayList<Loss>();
    var substitutions = new ArrayList<Substitution>();
    var gaps = new ArrayList<Gap>();
    for (String product : assumptions.products()) {
      work(assumptions, known, product, baseline.of(product), losses, substitutions, gaps);
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
      Stocks.Known known,
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
    var held = importers.stream().map(importer -> known.of(importer.importer(), product)).toList();
    var buyers = new ArrayList<Buyer>();
    for (int i = 0; i < importers.size(); i++) {
      buyers.add(buyer(assumptions, importers.get(i), held.get(i)));
    }
    var others =
        productTrade.exporters().stream()
            .filter(exporter -> !exporter.exporter().equals(assumptions.imposer()))
            .filter(exporter -> !reporting.contains(exporter.exporter()))
            .filter(exporter -> !assumptions.excludedSuppliers().contains(exporter.exporter()))
            .toList();
    var suppliers =
        others.stream()
            .map(other -> new Supplier(other.exporter(), other.exportsUsd(), other.made().usd()))
            .toList();
    var disruptions =
        assumptions
            .spareShares()
            .each(share -> Disruption.of(terms(assumptions, share), buyers, suppliers));
    for (int i = 0; i < importers.size(); i++) {
      losses.add(
          loss(assumptions, product, importers.get(i), buyers.get(i), held.get(i), disruptions, i));
    }
    substitutions.add(Substitutions.of(assumptions, product, others, disruptions));
  }

  private static Terms terms(Assumptions assumptions, BigDecimal spareShare) {
    return new Terms(
        assumptions.cut(), assumptions.horizonDays(), assumptions.transitDays(), spareShare);
  }

  private static Buyer buyer(
      Assumptions assumptions, ImporterTrade importer, Optional<Stock> stock) {
    return new Buyer(
        importer.importer(),
        importer.from(assumptions.imposer()),
        importer.importsUsd(),
        stock.map(Stock::days).orElse(BigDecimal.ZERO));
  }

  private Loss loss(
      Assumptions assumptions,
      String product,
      ImporterTrade importer,
      Buyer buyer,
      Optional<Stock> stock,
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
    var stockOut = StockOut.of(assumptions, buyer, stock.isPresent());
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
        stock.orElse(null),
        stockOut.day(),
        stockOut.reason(),
        outcomes);
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
