package org.ecosec.trade.anomaly.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How many of many tests would be wrong: q values after Benjamini and Hochberg (1995). */
public final class FalseDiscovery {

  private FalseDiscovery() {}

  /** The q value of each p value, in the order given. */
  public static double[] qValues(double[] p) {
    return stepUp(p, 1);
  }

  /** The same for tests that depend on each other in any way: Benjamini and Yekutieli (2001). */
  public static double[] qValuesOfDependent(double[] p) {
    return stepUp(p, IntStream.rangeClosed(1, p.length).mapToDouble(i -> 1.0 / i).sum());
  }

  /** The rank of a month's score among earlier ones: p without assuming a distribution. */
  public static double empiricalP(double score, double[] placebo) {
    long asFar = Arrays.stream(placebo).filter(z -> Math.abs(z) >= Math.abs(score)).count();
    return (1.0 + asFar) / (placebo.length + 1);
  }

  private static double[] stepUp(double[] p, double factor) {
    var q = new double[p.length];
    double least = 1;
    var order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
            .toList();
    int rank = p.length;
    for (int i : order) {
      least = Math.min(least, factor * p[i] * p.length / rank--);
      q[i] = least;
    }
    return q;
  }
}
