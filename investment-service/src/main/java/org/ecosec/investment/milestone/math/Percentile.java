package org.ecosec.investment.milestone.math;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Percentiles of a sample by linear interpolation between order statistics (Hyndman-Fan 7). */
public final class Percentile {

  private Percentile() {}

  /** Null of an empty sample; {@code part} is between 0 and 1. */
  public static @Nullable Double of(List<? extends Number> sample, double part) {
    if (sample.isEmpty()) {
      return null;
    }
    double[] sorted = sample.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    double at = part * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
