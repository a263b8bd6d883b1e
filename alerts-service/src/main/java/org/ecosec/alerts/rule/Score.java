package org.ecosec.alerts.rule;

import org.ecosec.alerts.signal.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Severity as a number from 0 to 100: 100 (0.4 dependence + 0.4 magnitude + 0.2 criticality) times
 * confidence. Parts that are undefined leave their weight to the others and a fifth of the
 * confidence; figures that are upper bounds only stay below WARNING.
 */
final class Score {

  static final int WATCH_FROM = 25;
  static final int WARNING_FROM = 50;
  static final int CRITICAL_FROM = 75;

  private static final double DEPENDENCE = 0.4;
  private static final double MAGNITUDE = 0.4;
  private static final double CRITICALITY = 0.2;
  private static final double TRUST_WITHOUT_A_PART = 0.8;

  private Score() {}

  static int of(Weight weight, boolean atMostOnly) {
    double sum = CRITICALITY * weight.criticality();
    double known = CRITICALITY;
    if (weight.dependence() != null) {
      sum += DEPENDENCE * weight.dependence();
      known += DEPENDENCE;
    }
    if (weight.magnitude() != null) {
      sum += MAGNITUDE * weight.magnitude();
      known += MAGNITUDE;
    }
    boolean whole = isKnown(weight.dependence()) && isKnown(weight.magnitude());
    double trust = weight.confidence() * (whole ? 1 : TRUST_WITHOUT_A_PART);
    int score = (int) Math.round(100 * sum / known * trust);
    return atMostOnly ? Math.min(score, WARNING_FROM - 1) : score;
  }

  static Severity severity(int score) {
    if (score >= CRITICAL_FROM) {
      return Severity.CRITICAL;
    }
    if (score >= WARNING_FROM) {
      return Severity.WARNING;
    }
    return score >= WATCH_FROM ? Severity.WATCH : Severity.INFO;
  }

  private static boolean isKnown(@Nullable Double part) {
    return part != null;
  }
}
