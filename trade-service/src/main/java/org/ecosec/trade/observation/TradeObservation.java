package org.ecosec.trade.observation;

import java.math.BigDecimal;
import org.ecosec.trade.reference.TradePeriod;
import org.jspecify.annotations.Nullable;

/**
 * One reported figure: what {@code reporter} says it traded with {@code partner}. Value in US
 * dollars, weight in kilograms; a missing quantity is null, never 0. {@code edition} is the year of
 * HS, blank where the source does not say; {@code period} is a {@link TradePeriod}.
 */
public record TradeObservation(
    String reporter,
    Flow flow,
    String classification,
    String edition,
    String period,
    String product,
    String partner,
    BigDecimal valueUsd,
    @Nullable BigDecimal netWeightKg,
    @Nullable BigDecimal quantity,
    @Nullable String quantityUnit,
    @Nullable String valuation,
    boolean estimated) {

  /** {@code A} for a year, {@code M} for a month, {@code P} for a part of a year. */
  public String freq() {
    return TradePeriod.freq(period);
  }

  public int year() {
    return TradePeriod.year(period);
  }
}
