package org.ecosec.investment.progress.math;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Ways to get from nothing to the whole: the part that should be done when a part has elapsed. */
public enum Plan {
  LINEAR,
  /** The yearly rate rises evenly from what it was before the pledge. */
  RAMP,
  /** Slow, fast, slow. */
  S_CURVE;

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal THREE = BigDecimal.valueOf(3);

  /**
   * The part that should be done.
   *
   * @param elapsed the elapsed part of the term, u
   * @param pastRateShare the past rate, kept up over the whole term, over the goal: k
   * @return u; k u + (1 - k) u²; 3 u² - 2 u³. Null for a ramp of unknown past rate, and for one
   *     that would have to fall below zero (k above 2)
   */
  public @Nullable BigDecimal at(BigDecimal elapsed, @Nullable BigDecimal pastRateShare) {
    var squared = elapsed.multiply(elapsed, DECIMAL128);
    return switch (this) {
      case LINEAR -> elapsed;
      case RAMP ->
          pastRateShare == null || pastRateShare.compareTo(TWO) > 0
              ? null
              : pastRateShare
                  .multiply(elapsed, DECIMAL128)
                  .add(BigDecimal.ONE.subtract(pastRateShare).multiply(squared, DECIMAL128));
      case S_CURVE ->
          THREE
              .multiply(squared)
              .subtract(TWO.multiply(squared).multiply(elapsed, DECIMAL128), DECIMAL128);
    };
  }
}
