package org.ecosec.trade.anomaly.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonalDetectorTest {

  private static final int MONTHS = 96;

  /** The same rule written plainly, with sorting and without windows. */
  private static double[] plain(double[] y) {
    var z = new double[y.length];
    Arrays.fill(z, Double.NaN);
    double offset = 0.01 * median(Arrays.stream(y, 0, 36).filter(v -> v > 0).toArray());
    var d = new double[y.length];
    Arrays.fill(d, Double.NaN);
    for (int t = 0; t < y.length; t++) {
      int month = t;
      var before =
          java.util.stream.IntStream.of(12, 24, 36)
              .filter(lag -> month >= lag)
              .filter(lag -> !(lag == 12 && Math.abs(z[month - 12]) >= 3.5))
              .mapToDouble(lag -> Math.log(y[month - lag] + offset))
              .filter(v -> !Double.isNaN(v))
              .toArray();
      if (before.length < 2 || Double.isNaN(y[t])) {
        continue;
      }
      d[t] = Math.log(y[t] + offset) - median(before);
      var history =
          Arrays.stream(d, Math.max(0, t - 24), t).filter(v -> !Double.isNaN(v)).toArray();
      if (history.length >= 12) {
        double centre = median(history);
        double mad = median(Arrays.stream(history).map(v -> Math.abs(v - centre)).toArray());
        z[t] = (d[t] - centre) / Math.max(1.4826 * mad, 0.10);
      }
    }
    return z;
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static double[] noisy(long seed) {
    var random = new Random(seed);
    var y = new double[MONTHS];
    for (int t = 0; t < MONTHS; t++) {
      double season = Math.sin(2 * Math.PI * t / 12);
      y[t] = random.nextInt(10) == 0 ? 0 : Math.exp(10 + season + random.nextGaussian() / 2);
      if (random.nextInt(20) == 0) {
        y[t] = Double.NaN;
      }
    }
    return y;
  }

  @Test
  void aSecondImplementationScoresTheSame() {
    for (int seed = 0; seed < 200; seed++) {
      var y = noisy(seed);
      var expected = plain(y);
      var scores = new SeasonalDetector().score(y);
      for (int t = 0; t < MONTHS; t++) {
        assertThat(scores.scored(t)).as("month %d", t).isEqualTo(!Double.isNaN(expected[t]));
        if (scores.scored(t)) {
          assertThat(scores.z(t)).isCloseTo(expected[t], within(1e-9));
        }
      }
    }
  }

  @Test
  void laterMonthsNeverChangeAnEarlierScore() {
    for (int seed = 0; seed < 100; seed++) {
      var y = noisy(seed);
      var whole = new SeasonalDetector().score(y);
      for (int known = 36; known < MONTHS; known += 7) {
        var prefix = new SeasonalDetector().score(Arrays.copyOf(y, known));
        for (int t = 0; t < known; t++) {
          assertThat(prefix.at(t)).isEqualTo(whole.at(t));
        }
      }
    }
  }

  @Test
  void laterMonthsNeverChangeAnEarlierScoreOfASparseSeries() {
    for (int seed = 0; seed < 100; seed++) {
      var random = new Random(seed);
      var y = new double[MONTHS];
      Arrays.setAll(y, t -> random.nextInt(4) == 0 ? Math.exp(random.nextGaussian()) : 0);
      var whole = new SeasonalDetector().score(y);
      for (int known = 36; known < MONTHS; known += 7) {
        var prefix = new SeasonalDetector().score(Arrays.copyOf(y, known));
        for (int t = 0; t < known; t++) {
          assertThat(prefix.at(t)).isEqualTo(whole.at(t));
        }
      }
    }
  }

  // A flat series at 100 that falls to 50: d = ln(51/101) = -0.6833, and the spread has its floor.
  @Test
  void halfOfAFlatSeriesIsNearSevenFloors() {
    var y = new double[60];
    Arrays.fill(y, 100);
    y[50] = 50;
    var scores = new SeasonalDetector().score(y);
    assertThat(scores.z(50)).isCloseTo(Math.log(51.0 / 101) / 0.10, within(1e-9));
    assertThat(scores.at(50).expected()).isCloseTo(100, within(1e-9));
    assertThat(scores.at(50).lower()).isCloseTo(101 * Math.exp(-0.35) - 1, within(1e-9));
    assertThat(scores.z(49)).isZero();
  }

  @Test
  void theYearAfterAFlagIsHeldAgainstTheYearsBefore() {
    var y = new double[72];
    Arrays.fill(y, 100);
    y[48] = 10;
    y[60] = 100;
    var scores = new SeasonalDetector().score(y);
    assertThat(scores.flagged(48)).isTrue();
    assertThat(scores.z(60)).isZero();
    assertThat(scores.at(60).expected()).isCloseTo(100, within(1e-9));
  }

  @Test
  void nothingIsScoredBeforeThreeYears() {
    var scores = new SeasonalDetector().score(noisy(1));
    for (int t = 0; t < 36; t++) {
      assertThat(scores.scored(t)).isFalse();
    }
  }

  @Test
  void januaryAndFebruaryAreReadTogether() {
    var joined =
        JanuaryAndFebruary.joined(
            YearMonth.of(2020, 12), new double[] {5, 10, 30, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4});
    assertThat(joined[0]).isEqualTo(5);
    assertThat(joined[1]).isNaN();
    assertThat(joined[2]).isEqualTo(20);
    assertThat(joined[3]).isEqualTo(7);
    assertThat(joined[13]).isNaN();
  }

  // Poisson with mean 0.5: P(K > 2) + P(K = 2) / 2 = 0.014388 + 0.037908 = 0.052295.
  @Test
  void theTailOfACountIsTheTextbookOne() {
    double atTwo = Math.exp(-0.5) * 0.125;
    double above = 1 - Math.exp(-0.5) * (1 + 0.5 + 0.125);
    assertThat(NegativeBinomial.of(0.5, 0.4).upperMidP(2))
        .isCloseTo(above + atTwo / 2, within(1e-12));
    // size 1 and mean 1 is geometric: P(K = k) = 2^-(k+1), so 1/4 + 1/4 above 0 and half of 1/2.
    assertThat(NegativeBinomial.of(1, 2).upperMidP(0)).isCloseTo(0.75, within(1e-12));
    assertThat(NegativeBinomial.of(1, 2).upperMidP(1)).isCloseTo(0.375, within(1e-12));
  }

  @Test
  void threeActiveMonthsAfterIdleYearsAreFlagged() {
    var y = new double[60];
    y[3] = y[20] = 1_000;
    y[50] = y[51] = y[52] = 1_000;
    var scores = new SeasonalDetector().score(y);
    assertThat(scores.at(52).sparse()).isTrue();
    assertThat(scores.flagged(52)).isTrue();
    assertThat(scores.flagged(49)).isFalse();
  }

  @Test
  void unitValuesThatQuadrupleAreFlagged() {
    var uv = new double[40];
    Arrays.setAll(uv, t -> t % 2 == 0 ? 2.0 : 2.1);
    uv[36] = 8;
    uv[38] = Double.NaN;
    var scores = new UnitValueDetector().score(uv);
    assertThat(scores.z(36)).isGreaterThan(10);
    assertThat(scores.flagged(37)).isFalse();
    assertThat(scores.scored(38)).isFalse();
    assertThat(scores.scored(11)).isFalse();
    assertThat(scores.scored(12)).isTrue();
  }
}
