package org.ecosec.alerts.signal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How heavy a signal weighs, each part from 0 to 1, null where it is undefined; {@code headline} is
 * the one figure whose growth beyond its peak escalates. See docs/methods/severity.md.
 */
public record Weight(
    @Nullable Double dependence,
    @Nullable Double magnitude,
    double criticality,
    double confidence,
    @Nullable BigDecimal headline) {

  private static final double MILLION_EXPONENT = 6;
  private static final double DECADES_TO_A_BILLION = 3;

  public Weight {
    dependence = bounded(dependence);
    magnitude = bounded(magnitude);
    criticality = Math.clamp(criticality, 0, 1);
    confidence = Math.clamp(confidence, 0, 1);
  }

  /** Of what is told without being graded by figures. */
  public static Weight flat(double magnitude) {
    return new Weight(null, magnitude, 0.5, 1, null);
  }

  /** US dollars on a logarithmic scale: 0 up to one million, 1 from one billion. */
  static @Nullable Double ofUsd(@Nullable BigDecimal usd) {
    if (usd == null) {
      return null;
    }
    return usd.signum() <= 0
        ? 0
        : (Math.log10(usd.doubleValue()) - MILLION_EXPONENT) / DECADES_TO_A_BILLION;
  }

  /** A figure as a part of what counts in full; null stays null. */
  static @Nullable Double part(@Nullable BigDecimal figure, double inFull) {
    return figure == null ? null : figure.doubleValue() / inFull;
  }

  static double officialBasket(boolean listed) {
    return listed ? 1 : 0.5;
  }

  private static @Nullable Double bounded(@Nullable Double part) {
    return part == null || part.isNaN() ? null : Double.valueOf(Math.clamp(part, 0, 1));
  }
}
