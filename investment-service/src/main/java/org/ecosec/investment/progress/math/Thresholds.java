package org.ecosec.investment.progress.math;

import java.math.BigDecimal;

/**
 * Where the statuses part.
 *
 * @param onTrack the least SPI that is on track
 * @param atRisk the least SPI that is at risk rather than off track
 * @param tooEarly the elapsed part of the term below which nothing is judged
 * @param staleMonths after how many silent months a ledger says nothing any more
 */
public record Thresholds(
    BigDecimal onTrack, BigDecimal atRisk, BigDecimal tooEarly, int staleMonths) {

  public Thresholds {
    if (atRisk.compareTo(onTrack) > 0) {
      throw new IllegalArgumentException("The at-risk threshold lies above the on-track one");
    }
  }
}
