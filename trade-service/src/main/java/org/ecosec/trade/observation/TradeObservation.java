package org.ecosec.trade.observation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One reported figure: what {@code reporter} says it traded with {@code partner}. Value in US
 * dollars, weight in kilograms; a missing quantity is null, never 0. {@code edition} is the year of
 * HS, blank where the source does not say; {@code period} is {@code 2024} or {@code 2024-03}.
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

  /** {@code A} for a year, {@code M} for a month. */
  public String freq() {
    return period.length() == 4 ? "A" : "M";
  }

  public int year() {
    return Integer.parseInt(period.substring(0, 4));
  }
}
