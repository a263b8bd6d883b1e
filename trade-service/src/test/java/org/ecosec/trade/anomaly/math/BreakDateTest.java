package org.ecosec.trade.anomaly.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreakDateTest {

  /** Annual flow of the Nile at Aswan, 1871 to 1970 (Cobb 1978), as in R's datasets package. */
  private static final double[] NILE = {
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
  };

  // strucchange (Zeileis et al. 2002): breakpoints(Nile ~ 1) is 28, the year 1898; sup.F = 75.93.
  @Test
  void theNileFellAfter1898() {
    var found = BreakDate.of(NILE).orElseThrow();
    assertThat(1871 + found.index()).isEqualTo(1898);
    assertThat(found.supF()).isCloseTo(75.93, within(0.005));
    assertThat(found.before()).isCloseTo(1097.75, within(0.005));
    assertThat(found.after()).isCloseTo(849.97, within(0.005));
    assertThat(found.significance()).isEqualTo(BreakDate.Significance.ONE_PERCENT);
  }

  // Andrews (2003): noise passes 8.68 about once in twenty times.
  @Test
  void noiseRarelyBreaks() {
    int breaks = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      var random = new Random(seed);
      var noise = new double[200];
      Arrays.setAll(noise, t -> random.nextGaussian());
      var found = BreakDate.of(noise).orElseThrow().significance();
      breaks += found.compareTo(BreakDate.Significance.FIVE_PERCENT) <= 0 ? 1 : 0;
    }
    assertThat(breaks).isBetween(25, 75);
  }

  @Test
  void aShortOrConstantSeriesHasNone() {
    assertThat(BreakDate.of(new double[19])).isEmpty();
    assertThat(BreakDate.of(new double[40])).isEmpty();
  }
}
