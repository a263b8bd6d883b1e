package org.ecosec.investment.progress.math;

import static java.math.MathContext.DECIMAL128;
import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The days from the start of a pledge to its end. A year is 365.25 days. */
public record Term(LocalDate from, LocalDate to) {

  static final BigDecimal DAYS_A_YEAR = new BigDecimal("365.25");

  public Term {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException("A term ends after it begins");
    }
  }

  /** The elapsed part, 0 before the start and 1 from the end on: the linear plan. */
  public BigDecimal elapsed(LocalDate on) {
    return BigDecimal.valueOf(daysElapsed(on)).divide(days(from, to), DECIMAL128);
  }

  /** Its length in years. */
  public BigDecimal years() {
    return days(from, to).divide(DAYS_A_YEAR, DECIMAL128);
  }

  BigDecimal yearsElapsed(LocalDate on) {
    return BigDecimal.valueOf(daysElapsed(on)).divide(DAYS_A_YEAR, DECIMAL128);
  }

  BigDecimal yearsLeft(LocalDate on) {
    var left = days(from, to).subtract(BigDecimal.valueOf(daysElapsed(on)));
    return left.divide(DAYS_A_YEAR, DECIMAL128);
  }

  private long daysElapsed(LocalDate on) {
    return Math.clamp(DAYS.between(from, on), 0, DAYS.between(from, to));
  }

  private static BigDecimal days(LocalDate from, LocalDate to) {
    return BigDecimal.valueOf(DAYS.between(from, to));
  }
}
