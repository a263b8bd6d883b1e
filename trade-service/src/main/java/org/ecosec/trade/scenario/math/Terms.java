package org.ecosec.trade.scenario.math;

import java.math.BigDecimal;

/**
 * What is assumed: {@code cut} is the share of the imposer's supply that stops (0 to 1), {@code
 * spareShare} the share of its exports that another supplier could add (0 to 1), both over a
 * horizon in days of which the first {@code transitDays} bring nothing new.
 */
public record Terms(BigDecimal cut, int horizonDays, int transitDays, BigDecimal spareShare) {

  public Terms {
    requireShare(cut);
    requireShare(spareShare);
    if (horizonDays < 1 || transitDays < 0) {
      throw new IllegalArgumentException("A horizon has at least a day, a transit none or more");
    }
  }

  /** The days of the horizon on which additional supply can arrive. */
  int deliveryDays() {
    return Math.max(0, horizonDays - transitDays);
  }

  private static void requireShare(BigDecimal share) {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("A share lies between 0 and 1");
    }
  }
}
