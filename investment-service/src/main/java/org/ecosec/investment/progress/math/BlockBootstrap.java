package org.ecosec.investment.progress.math;

import java.util.Arrays;
import java.util.Random;

/**
 * Possible futures of a monthly series: blocks of its own past, so that what follows on each other
 * stays together, around a mean that is itself uncertain. Each future draws a mean from a resampled
 * past and adds resampled residuals: the sum of h months then has the standard deviation sd·√(h +
 * h²/n), of which noise alone would give sd·√h. Blocks wrap around the end of the past, so that
 * every month weighs the same. The same seed gives the same futures.
 */
public final class BlockBootstrap {

  private static final int FOREVER = 480;

  private final double[] past;
  private final double mean;
  private final int block;

  public BlockBootstrap(double[] past) {
    if (past.length == 0) {
      throw new IllegalArgumentException("A future needs a past");
    }
    this.past = past.clone();
    this.mean = Arrays.stream(past).average().orElseThrow();
    this.block = Math.max(1, (int) Math.round(Math.cbrt(past.length)));
  }

  public int blockMonths() {
    return block;
  }

  /** Drawn futures, by what they bring and by when they bring it. */
  public static final class Futures {

    private final double[] total;
    private final int[] monthsUntil;

    Futures(double[] total, int[] monthsUntil) {
      this.total = total;
      this.monthsUntil = monthsUntil;
    }

    /** What the horizon brings: a part of the futures lies at or below it (nearest rank). */
    public double total(double part) {
      return total[rank(part, total.length)];
    }

    /**
     * The months until what is left has come; {@link Integer#MAX_VALUE} where it does not within 40
     * years.
     */
    public int monthsUntil(double part) {
      return monthsUntil[rank(part, monthsUntil.length)];
    }

    private static int rank(double part, int size) {
      return Math.clamp((int) Math.ceil(part * size) - 1, 0, size - 1);
    }
  }

  /** Futures of {@code horizon} months, and the months until {@code left} has come. */
  public Futures draw(int horizon, double left, int futures, long seed) {
    var random = new Random(seed);
    double[] totals = new double[futures];
    int[] until = new int[futures];
    for (int i = 0; i < futures; i++) {
      double drift = resampledMean(random);
      run(random, drift, horizon, left, i, totals, until);
    }
    Arrays.sort(totals);
    Arrays.sort(until);
    return new Futures(totals, until);
  }

  private double resampledMean(Random random) {
    double sum = 0;
    int at = 0;
    for (int month = 0; month < past.length; month++) {
      at = next(random, at, month);
      sum += past[at];
    }
    return sum / past.length;
  }

  private void run(
      Random random, double drift, int horizon, double left, int i, double[] totals, int[] until) {
    double sum = 0;
    int at = 0;
    until[i] = left <= 0 ? 0 : Integer.MAX_VALUE;
    for (int month = 0; month < Math.max(horizon, FOREVER); month++) {
      at = next(random, at, month);
      sum += drift + past[at] - mean;
      if (month == horizon - 1) {
        totals[i] = sum;
      }
      if (until[i] == Integer.MAX_VALUE && sum >= left) {
        until[i] = month + 1;
      }
      if (month >= horizon - 1 && until[i] != Integer.MAX_VALUE) {
        return;
      }
    }
  }

  private int next(Random random, int at, int month) {
    return month % block == 0 ? random.nextInt(past.length) : (at + 1) % past.length;
  }
}
