package org.ecosec.investment.progress.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Oracle: the sum of h months has the standard deviation sd·√(h + h²/n) (METHODS §6). */
class BlockBootstrapTest {

  private static final int MONTHS = 120;
  private static final int HORIZON = 60;
  private static final int FUTURES = 20_000;

  @Test
  void theBandHoldsTheUncertaintyOfTheMeanAndNotTheNoiseAlone() {
    var random = new Random(7);
    double[] past = random.doubles(MONTHS, 0, 10).toArray();
    double mean = Arrays.stream(past).average().orElseThrow();
    double variance = varianceOfBlocks(past, new BlockBootstrap(past).blockMonths());
    double expected = Math.sqrt(variance * (HORIZON + (double) HORIZON * HORIZON / MONTHS));
    double noise = Math.sqrt(variance * HORIZON);

    var futures = new BlockBootstrap(past).draw(HORIZON, 1e9, FUTURES, 1);

    // Of a normal sum, 1.2816 standard deviations lie between median and ninth decile.
    double spread = (futures.total(0.9) - futures.total(0.1)) / (2 * 1.2816);
    assertThat(spread).isCloseTo(expected, within(0.05 * expected));
    assertThat(spread).isGreaterThan(1.05 * noise);
    assertThat(futures.total(0.5)).isCloseTo(HORIZON * mean, within(0.1 * expected));
    assertThat(futures.monthsUntil(0.5)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void whatNeverVariedHasOneFuture() {
    double[] past = new double[24];
    Arrays.fill(past, 5);
    var futures = new BlockBootstrap(past).draw(12, 101, 100, 1);
    assertThat(futures.total(0.1)).isCloseTo(60, within(1e-9));
    assertThat(futures.total(0.9)).isCloseTo(60, within(1e-9));
    assertThat(futures.monthsUntil(0.1)).isEqualTo(21);
    assertThat(futures.monthsUntil(0.9)).isEqualTo(21);
    assertThat(new BlockBootstrap(past).draw(12, 0, 100, 1).monthsUntil(0.9)).isZero();
  }

  @Test
  void theSameSeedGivesTheSameFutures() {
    double[] past = new Random(3).doubles(36, 0, 10).toArray();
    var bootstrap = new BlockBootstrap(past);
    assertThat(bootstrap.blockMonths()).isEqualTo(3);
    assertThat(bootstrap.draw(24, 150, 500, 9).total(0.1))
        .isEqualTo(new BlockBootstrap(past).draw(24, 150, 500, 9).total(0.1));
    assertThat(bootstrap.draw(24, 150, 500, 9).total(0.1))
        .isNotEqualTo(bootstrap.draw(24, 150, 500, 10).total(0.1));
  }

  /** Of the sums of all blocks, by month: of independent months, their own. */
  private static double varianceOfBlocks(double[] past, int block) {
    double mean = Arrays.stream(past).average().orElseThrow();
    double squares = 0;
    for (int start = 0; start < past.length; start++) {
      double sum = 0;
      for (int month = 0; month < block; month++) {
        sum += past[(start + month) % past.length] - mean;
      }
      squares += sum * sum;
    }
    return squares / past.length / block;
  }
}
