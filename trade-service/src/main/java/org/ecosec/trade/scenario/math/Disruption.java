package org.ecosec.trade.scenario.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a cut of one product does to its buyers, in US dollars of the horizon. Stocks cover first;
 * the rest is bought from the others' spare exports, at most what they make, shared by need while
 * they suffice and pro rata to need when they do not. At risk is always cover plus substituted plus
 * residual, to the cent.
 *
 * <p>A year has 365 days. Amounts are rounded half even once, what is substituted is rounded down,
 * and the residual is the difference.
 */
public record Disruption(List<Loss> losses, List<Substitute> substitutes) {

  private static final BigDecimal YEAR = BigDecimal.valueOf(365);
  private static final int CENTS = 2;

  /** One buyer's loss, by how it is met. */
  public record Loss(
      String economy,
      BigDecimal atRiskUsd,
      BigDecimal coverUsd,
      BigDecimal substitutedUsd,
      BigDecimal residualUsd) {

    public Loss {
      if (atRiskUsd.compareTo(coverUsd.add(substitutedUsd).add(residualUsd)) != 0) {
        throw new IllegalStateException("At risk is cover plus substituted plus residual");
      }
    }
  }

  /** What limits what another exporter could spare. */
  public enum Cap {
    SPARE_EXPORTS,
    KNOWN_PRODUCTION
  }

  /** What another exporter could spare, what limits that, and what of it is bought. */
  public record Substitute(
      String economy, BigDecimal spareUsd, Cap cappedBy, BigDecimal suppliesUsd) {}

  private record Spare(BigDecimal usd, Cap cappedBy) {}

  public Disruption {
    losses = List.copyOf(losses);
    substitutes = List.copyOf(substitutes);
  }

  public static Disruption of(Terms terms, List<Buyer> buyers, List<Supplier> suppliers) {
    var spares = suppliers.stream().map(supplier -> spare(terms, supplier)).toList();
    var pool = spares.stream().map(Spare::usd).reduce(BigDecimal.ZERO, BigDecimal::add);
    var needs = buyers.stream().map(buyer -> need(terms, buyer)).toList();
    var need = needs.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    var losses = new ArrayList<Loss>();
    for (int i = 0; i < buyers.size(); i++) {
      losses.add(loss(terms, buyers.get(i), substituted(needs.get(i), need, pool)));
    }
    var bought = losses.stream().map(Loss::substitutedUsd).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Disruption(losses, substitutes(suppliers, spares, pool, bought));
  }

  /**
   * The day on which the buyer's stocks are used up, counted from the cut; empty if the cut does
   * not reach it.
   */
  public static Optional<BigDecimal> stockOutDay(BigDecimal cut, Buyer buyer) {
    var dailyLoss = cut.multiply(buyer.fromImposerUsd());
    return dailyLoss.signum() <= 0
        ? Optional.empty()
        : Optional.of(
            buyer.stockDays().multiply(buyer.importsUsd()).divide(dailyLoss, 1, RoundingMode.DOWN));
  }

  private static BigDecimal atRisk(Terms terms, Buyer buyer) {
    return inHorizon(terms.cut().multiply(buyer.fromImposerUsd()), terms.horizonDays());
  }

  private static BigDecimal cover(Terms terms, Buyer buyer) {
    var stocks =
        buyer.stockDays().multiply(buyer.importsUsd()).divide(YEAR, CENTS, RoundingMode.HALF_EVEN);
    return stocks.min(atRisk(terms, buyer));
  }

  private static BigDecimal need(Terms terms, Buyer buyer) {
    return atRisk(terms, buyer).subtract(cover(terms, buyer));
  }

  private static Spare spare(Terms terms, Supplier supplier) {
    int days = terms.deliveryDays();
    var exports = inHorizon(terms.spareShare().multiply(supplier.exportsUsd()), days);
    var made = supplier.productionUsd();
    return made == null || inHorizon(made, days).compareTo(exports) >= 0
        ? new Spare(exports, Cap.SPARE_EXPORTS)
        : new Spare(inHorizon(made, days), Cap.KNOWN_PRODUCTION);
  }

  private static BigDecimal inHorizon(BigDecimal yearly, int days) {
    return yearly.multiply(BigDecimal.valueOf(days)).divide(YEAR, CENTS, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal substituted(BigDecimal need, BigDecimal allNeeds, BigDecimal pool) {
    return pool.compareTo(allNeeds) >= 0
        ? need
        : need.multiply(pool).divide(allNeeds, CENTS, RoundingMode.DOWN);
  }

  private static Loss loss(Terms terms, Buyer buyer, BigDecimal substituted) {
    var atRisk = atRisk(terms, buyer);
    var cover = cover(terms, buyer);
    return new Loss(
        buyer.economy(), atRisk, cover, substituted, atRisk.subtract(cover).subtract(substituted));
  }

  // By running totals, so that the parts add up to what is bought.
  private static List<Substitute> substitutes(
      List<Supplier> suppliers, List<Spare> spares, BigDecimal pool, BigDecimal bought) {
    var substitutes = new ArrayList<Substitute>();
    var spareSoFar = BigDecimal.ZERO;
    var boughtSoFar = BigDecimal.ZERO.setScale(CENTS);
    for (int i = 0; i < suppliers.size(); i++) {
      var spare = spares.get(i);
      spareSoFar = spareSoFar.add(spare.usd());
      var upToHere =
          pool.signum() == 0
              ? boughtSoFar
              : bought
                  .multiply(spareSoFar)
                  .divide(pool, MathContext.DECIMAL128)
                  .setScale(CENTS, RoundingMode.HALF_EVEN);
      substitutes.add(
          new Substitute(
              suppliers.get(i).economy(),
              spare.usd(),
              spare.cappedBy(),
              upToHere.subtract(boughtSoFar)));
      boughtSoFar = upToHere;
    }
    return substitutes;
  }
}
