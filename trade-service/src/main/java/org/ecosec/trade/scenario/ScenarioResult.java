package org.ecosec.trade.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.trade.scenario.TradeYear.Basis;
import org.ecosec.trade.scenario.math.Disruption.Cap;
import org.jspecify.annotations.Nullable;

/**
 * What the cut would do, in US dollars of the horizon. No forecast: trade of the baseline year,
 * carried over, under the assumptions of the request.
 */
@Schema(
    description =
        "at risk = cover + substituted + residual, to the cent, for each spare share. No price and"
            + " no second-round effect. Method: docs/methods/scenario.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ScenarioResult(
    String methodVersion,
    String baselinePeriod,
    long revision,
    List<Loss> losses,
    List<Substitution> substitutions,
    List<Total> importers,
    List<Total> sectors,
    List<Gap> notCovered) {

  static final String METHOD = "scenario/2";

  static @Nullable BigDecimal cents(@Nullable BigDecimal usd) {
    return usd == null ? null : usd.setScale(2, RoundingMode.HALF_EVEN);
  }

  /** How a need is met at one spare share. */
  public record Outcome(
      BigDecimal spareShare,
      BigDecimal substitutedUsd,
      BigDecimal residualUsd,
      @Nullable BigDecimal residualShareOfImports) {}

  /** One importer's loss of one product. */
  public record Loss(
      String importer,
      String product,
      List<String> sectors,
      String source,
      BigDecimal importsUsdOfYear,
      BigDecimal fromImposerUsdOfYear,
      @Nullable BigDecimal imposerShare,
      BigDecimal atRiskUsd,
      BigDecimal coverUsd,
      BigDecimal needUsd,
      @Nullable Stock stock,
      @Nullable BigDecimal stockOutDay,
      @Nullable String stockOutReason,
      List<Outcome> outcomes) {}

  /** The stock that covers a part of it, and where its days come from; null if none is known. */
  public record Stock(
      BigDecimal days,
      StockBasis basis,
      @Nullable String entry,
      @Nullable String source,
      @Nullable LocalDate on) {}

  /** Who says how long a stock lasts. */
  public enum StockBasis {
    REQUEST,
    /** An entry of /trade/v1/stocks. */
    REGISTER
  }

  /** Who could supply a product instead; the largest are named. */
  public record Substitution(String product, List<Alternative> suppliers, int suppliersNotShown) {}

  /** {@code hub}: it re-exports much and may only pass on what others make. */
  public record Alternative(
      String supplier,
      BigDecimal exportsUsdOfYear,
      Basis basis,
      boolean hub,
      @Nullable BigDecimal knownProductionUsdOfYear,
      @Nullable String productionReason,
      List<Spare> spares) {}

  /** What it could add at one spare share, what limits that, and what of it is bought. */
  public record Spare(
      BigDecimal spareShare, BigDecimal spareUsd, @Nullable Cap cappedBy, BigDecimal suppliesUsd) {}

  /** The losses of an importer, or of an importer in a sector; a product may be in two sectors. */
  public record Total(
      String importer,
      @Nullable String sector,
      BigDecimal atRiskUsd,
      BigDecimal coverUsd,
      List<TotalOutcome> outcomes) {}

  /** How all needs together are met at one spare share. */
  public record TotalOutcome(
      BigDecimal spareShare, BigDecimal substitutedUsd, BigDecimal residualUsd) {}

  /** A target and a product of which no figure is known. */
  public record Gap(String importer, String product, String reason) {}
}
