package org.ecosec.trade.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.trade.scenario.TradeYear.ExporterTrade;
import org.ecosec.trade.scenario.TradeYear.ProductTrade;
import org.ecosec.trade.scenario.TradeYears.Wanted;
import org.ecosec.trade.scenario.math.ImportRows;
import org.ecosec.trade.scenario.math.SupplierLosses;

/** Which single supplier's loss hurts an importer most, over some products or all of them. */
@ApplicationScoped
class Chokepoints {

  private final TradeYears trade;

  Chokepoints(TradeYears trade) {
    this.trade = trade;
  }

  /** Whose loss is looked at, in which year, and what is assumed. */
  record Question(String importer, String period, BigDecimal spareShare, int horizonDays) {

    private double inHorizon(BigDecimal yearly) {
      return yearly.doubleValue() * horizonDays / 365;
    }
  }

  /** The worst first. */
  List<ChokepointView> of(Wanted wanted, Question question) {
    var baseline = trade.of(wanted, question.period());
    var suppliers = new ArrayList<String>();
    var numbers = new HashMap<String, Integer>();
    var rows = new ImportRows();
    var spare = new double[wanted.products().size()];
    var source = "";
    for (int product = 0; product < spare.length; product++) {
      var productTrade = baseline.of(wanted.products().get(product));
      var own = spares(productTrade, question);
      spare[product] = own.values().stream().mapToDouble(Double::doubleValue).sum();
      for (var report : productTrade.importers()) {
        if (!report.importer().equals(question.importer())) {
          continue;
        }
        source = report.source();
        for (var bought : report.bySupplier().entrySet()) {
          int number =
              numbers.computeIfAbsent(
                  bought.getKey(),
                  name -> {
                    suppliers.add(name);
                    return suppliers.size() - 1;
                  });
          rows.add(
              product,
              number,
              question.inHorizon(bought.getValue()),
              own.getOrDefault(bought.getKey(), 0.0));
        }
      }
    }
    var losses = SupplierLosses.of(rows, spare, suppliers.size());
    var views = new ArrayList<ChokepointView>();
    for (int number : losses.worstFirst()) {
      views.add(view(question, wanted, source, suppliers.get(number), losses, number));
    }
    return views;
  }

  private static Map<String, Double> spares(ProductTrade productTrade, Question question) {
    var spares = new HashMap<String, Double>();
    for (ExporterTrade exporter : productTrade.exporters()) {
      if (!exporter.exporter().equals(question.importer())) {
        var spare = exporter.exportsUsd().multiply(question.spareShare());
        var made = exporter.made().usd();
        spares.put(exporter.exporter(), question.inHorizon(made == null ? spare : spare.min(made)));
      }
    }
    return spares;
  }

  private static ChokepointView view(
      Question question,
      Wanted wanted,
      String source,
      String supplier,
      SupplierLosses losses,
      int number) {
    return new ChokepointView(
        question.importer(),
        supplier,
        question.period(),
        source,
        usd(losses.atRiskUsd(number)),
        usd(losses.residualUsd(number)),
        losses.products(number),
        losses.soleSupplies(number),
        question.spareShare(),
        question.horizonDays(),
        ScenarioResult.METHOD,
        wanted.revision());
  }

  private static BigDecimal usd(double value) {
    return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN);
  }
}
