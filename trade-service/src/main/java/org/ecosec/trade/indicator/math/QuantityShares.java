package org.ecosec.trade.indicator.math;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Concentration by quantity instead of value: the sum of squared shares of the suppliers whose
 * quantity is reported, where they stand for at least 95 % of everything imported by value.
 */
public record QuantityShares(OptionalDouble hhi, OptionalDouble coverage) {

  /** Of the value imported, how much must have a quantity. */
  public static final double MIN_COVERAGE = 0.95;

  private static final double GUARD = 1e-12;

  /** {@code quantities} that are 0 or not a number are missing; {@code totalUsd} is all imports. */
  public static QuantityShares of(double[] valuesUsd, double[] quantities, double totalUsd) {
    double covered = 0;
    double[] known = new double[quantities.length];
    int count = 0;
    double[] values = new double[quantities.length];
    for (int i = 0; i < quantities.length; i++) {
      if (quantities[i] > 0 && valuesUsd[i] > 0) {
        known[count] = quantities[i];
        values[count++] = valuesUsd[i];
      }
    }
    Arrays.sort(known, 0, count);
    Arrays.sort(values, 0, count);
    double sum = 0;
    double squares = 0;
    for (int i = count - 1; i >= 0; i--) {
      sum += known[i];
      squares += known[i] * known[i];
      covered += values[i];
    }
    if (!(totalUsd > 0)) {
      return new QuantityShares(OptionalDouble.empty(), OptionalDouble.empty());
    }
    double coverage = Math.min(1, covered / totalUsd);
    boolean enough = count > 0 && coverage >= MIN_COVERAGE - GUARD;
    return new QuantityShares(
        enough ? OptionalDouble.of(squares / (sum * sum)) : OptionalDouble.empty(),
        OptionalDouble.of(coverage));
  }
}
