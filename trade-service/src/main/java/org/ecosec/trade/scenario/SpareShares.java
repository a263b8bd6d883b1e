package org.ecosec.trade.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * The share of its exports that another supplier could add, never one point. Without the caller's
 * own they are set by the horizon: what the nickel ore bans of 2014 and 2020 allow for, see
 * docs/methods/scenario.md.
 */
public record SpareShares(BigDecimal low, BigDecimal central, BigDecimal high) {

  private static final int HALF_YEAR_DAYS = 183;

  public SpareShares {
    Assumptions.require(
        low.signum() >= 0
            && low.compareTo(central) <= 0
            && central.compareTo(high) <= 0
            && high.compareTo(BigDecimal.ONE) <= 0,
        "/spareShares",
        "must run from low to high between 0 and 1");
  }

  static SpareShares ofHorizon(int days) {
    return days <= HALF_YEAR_DAYS
        ? new SpareShares(decimal("0.05"), decimal("0.10"), decimal("0.20"))
        : new SpareShares(decimal("0.20"), decimal("0.50"), decimal("0.80"));
  }

  /** One answer for each of the three. */
  <T> List<T> each(Function<BigDecimal, T> answer) {
    return List.of(answer.apply(low), answer.apply(central), answer.apply(high));
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
