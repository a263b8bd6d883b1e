package org.ecosec.trade.diversion.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.ecosec.trade.diversion.math.Triangle.Leg;
import org.junit.jupiter.api.Test;

class TriangleTest {

  private static final Leg FELL = new Leg(100, 40);
  private static final Leg INTO = new Leg(10, 60);
  private static final Leg OUT = new Leg(5, 45);

  // Direct -60; into the hub 60 - 10 * 1.2 = 48 above its other products; out of it +40.
  @Test
  void theSmallestOfTheThreeChangesIsTheMostThatWasDiverted() {
    var triangle = new Triangle(FELL, INTO, OptionalDouble.of(0.2), OUT);
    assertThat(triangle.consistent()).isTrue();
    assertThat(triangle.inflowAboveControl()).isCloseTo(48, within(1e-12));
    assertThat(triangle.divertedAtMost()).isCloseTo(40, within(1e-12));
  }

  @Test
  void oneSideThatDoesNotFitIsEnoughToSaySo() {
    var none = OptionalDouble.empty();
    assertThat(new Triangle(new Leg(100, 71), INTO, none, OUT).directFell()).isFalse();
    assertThat(new Triangle(new Leg(100, 70), INTO, none, OUT).consistent()).isTrue();
    assertThat(new Triangle(FELL, new Leg(10, 14), none, OUT).inflowRose()).isFalse();
    // Everything that the hub buys there doubled: this product did no more than the others.
    assertThat(new Triangle(FELL, new Leg(10, 20), OptionalDouble.of(1), OUT).consistent())
        .isFalse();
    var still = new Triangle(FELL, INTO, none, new Leg(5, 7));
    assertThat(still.outflowRose()).isFalse();
    assertThat(still.divertedAtMost()).isZero();
    assertThat(new Triangle(new Leg(0, 0), INTO, none, OUT).consistent()).isFalse();
  }

  // 24 equal months, then a year in which half of what left never arrived: ln 2 above the rest.
  @Test
  void aGapOfHalfIsTheLogarithmOfTwo() {
    var exports = new double[36];
    var imports = new double[36];
    Arrays.fill(exports, 100);
    Arrays.fill(imports, 106);
    Arrays.fill(imports, 24, 36, 53);
    var found = MirrorGap.of(exports, imports).orElseThrow();
    assertThat(found.gap()).isCloseTo(Math.log(2), within(1e-12));
    assertThat(found.z()).isGreaterThan(0.5);
    assertThat(MirrorGap.of(new double[20], new double[20])).isEmpty();
    var flat = new double[40];
    Arrays.fill(flat, 106);
    var same = new double[40];
    Arrays.fill(same, 100);
    assertThat(MirrorGap.of(same, flat).orElseThrow().z()).isCloseTo(0, within(1e-9));
  }
}
