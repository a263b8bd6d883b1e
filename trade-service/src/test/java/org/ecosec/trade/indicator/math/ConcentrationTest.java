package org.ecosec.trade.indicator.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.ecosec.trade.indicator.math.Concentration.Inputs;
import org.ecosec.trade.indicator.math.Concentration.Reason;
import org.ecosec.trade.indicator.math.Concentration.Supply;
import org.ecosec.trade.indicator.math.Concentration.Verdict;
import org.junit.jupiter.api.Test;

class ConcentrationTest {

  private static final Offset<Double> EXACTLY = within(1e-12);

  @Test
  void onePartnerGivesHhiOfOne() {
    var one = Concentration.of(reported(100, supply("CHN", 100)));
    assertThat(one.hhi()).hasValue(1);
    assertThat(one.hhiNormalised()).hasValue(1);
    assertThat(one.effectiveSuppliers()).hasValue(1);
    assertThat(one.verdict()).contains(Verdict.CONCENTRATED);
    assertThat(one.reason()).isEmpty();
  }

  @Test
  void fourEqualSuppliersGiveAQuarter() {
    var four =
        Concentration.of(
            reported(
                80, supply("AUS", 20), supply("BRA", 20), supply("CHN", 20), supply("DEU", 20)));
    assertThat(four.hhi().getAsDouble()).isCloseTo(0.25, EXACTLY);
    assertThat(four.hhiNormalised().getAsDouble()).isCloseTo(0, EXACTLY);
    assertThat(four.effectiveSuppliers().getAsDouble()).isCloseTo(4, EXACTLY);
    assertThat(four.top3Share().getAsDouble()).isCloseTo(0.75, EXACTLY);
    assertThat(four.top1().orElseThrow().partner()).isEqualTo("AUS");
    assertThat(four.verdict()).contains(Verdict.NOT_CONCENTRATED);
  }

  // By hand: World 100, one named supplier of 80. Lower 0.8^2; upper 0.8^2 + 0.2^2.
  @Test
  void unknownSuppliersAreBoundsAndNoPoint() {
    var bounded = Concentration.of(reported(100, supply("CHN", 80)));
    assertThat(bounded.hhi()).isEmpty();
    assertThat(bounded.hhiLower().getAsDouble()).isCloseTo(0.64, EXACTLY);
    assertThat(bounded.hhiUpper().getAsDouble()).isCloseTo(0.68, EXACTLY);
    assertThat(bounded.coverage().getAsDouble()).isCloseTo(0.8, EXACTLY);
    assertThat(bounded.residualUsd()).isEqualTo(20);
    assertThat(bounded.verdict()).contains(Verdict.CONCENTRATED);
    assertThat(bounded.reason()).contains(Reason.LOW_COVERAGE);
    assertThat(bounded.top1().orElseThrow().shareOfWorld()).isCloseTo(0.8, EXACTLY);
  }

  @Test
  void boundsOnBothSidesOfTheThresholdGiveNoVerdict() {
    var straddling = Concentration.of(reported(100, supply("CHN", 10)));
    assertThat(straddling.hhiLower().getAsDouble()).isCloseTo(0.01, EXACTLY);
    assertThat(straddling.hhiUpper().getAsDouble()).isCloseTo(0.82, EXACTLY);
    assertThat(straddling.verdict()).isEmpty();
    assertThat(straddling.reason()).contains(Reason.BOUNDS_STRADDLE);
  }

  // By hand: named 60 and 30, 10 that can belong to anybody: outside the point, on the top in the
  // upper bound.
  @Test
  void unallocatedTradeMayBelongToTheLargestSupplier() {
    var mixed =
        Concentration.of(
            new Inputs(
                List.of(supply("IDN", 60), supply("PHL", 30)), 10, 0, OptionalDouble.of(100)));
    assertThat(mixed.hhi().getAsDouble()).isCloseTo((4 + 1) / 9.0, EXACTLY);
    assertThat(mixed.hhiLower().getAsDouble()).isCloseTo(0.36 + 0.09, EXACTLY);
    assertThat(mixed.hhiUpper().getAsDouble()).isCloseTo(0.49 + 0.09, EXACTLY);
    assertThat(mixed.unallocatedUsd()).isEqualTo(10);
  }

  @Test
  void reImportsStandApart() {
    var inputs =
        new Inputs(List.of(supply("AUS", 50), supply("BRA", 50)), 0, 25, OptionalDouble.of(125));
    var concentration = Concentration.of(inputs);
    assertThat(concentration.hhi().getAsDouble()).isCloseTo(0.5, EXACTLY);
    assertThat(concentration.totalUsd()).isEqualTo(100);
    assertThat(concentration.reImportsUsd()).isEqualTo(25);
    assertThat(concentration.coverage().getAsDouble()).isCloseTo(1, EXACTLY);
  }

  @Test
  void nothingReportedIsUndefinedAndNotZero() {
    var nothing = Concentration.of(reported(0));
    assertThat(nothing.hhi()).isEmpty();
    assertThat(nothing.hhiLower()).isEmpty();
    assertThat(nothing.reason()).contains(Reason.NO_DATA);
    assertThat(Concentration.of(reported(0, supply("CHN", 0))).suppliers()).isZero();
  }

  @Test
  void exactlyTheThresholdIsNotConcentrated() {
    // 0.6^2 + 4 x 0.1^2 = 0.40
    var at =
        Concentration.of(
            reported(
                100,
                supply("A", 60),
                supply("B", 10),
                supply("C", 10),
                supply("D", 10),
                supply("E", 10)));
    assertThat(at.hhi().getAsDouble()).isCloseTo(0.40, EXACTLY);
    assertThat(at.verdict()).contains(Verdict.NOT_CONCENTRATED);
  }

  @Test
  void pointLiesBetweenItsBoundsAndOrderDoesNotMatter() {
    var random = new Random(20260101);
    for (int round = 0; round < 500; round++) {
      var supplies = new ArrayList<Supply>();
      for (int i = 0; i <= random.nextInt(12); i++) {
        supplies.add(supply("P" + i, random.nextInt(1, 1_000)));
      }
      double named = supplies.stream().mapToDouble(Supply::valueUsd).sum();
      double unallocated = random.nextInt(50);
      double world = (named + unallocated) * random.nextDouble(1, 1.05);
      var inputs = new Inputs(supplies, unallocated, 0, OptionalDouble.of(world));
      var concentration = Concentration.of(inputs);
      assertThat(concentration.hhiUpper().getAsDouble())
          .isGreaterThanOrEqualTo(concentration.hhiLower().getAsDouble() - 1e-12);
      concentration
          .hhi()
          .ifPresent(
              hhi ->
                  assertThat(hhi)
                      .isBetween(
                          concentration.hhiLower().getAsDouble() - 1e-12,
                          concentration.hhiUpper().getAsDouble() + 1e-12));
      Collections.shuffle(supplies, random);
      assertThat(Concentration.of(new Inputs(supplies, unallocated, 0, OptionalDouble.of(world))))
          .isEqualTo(concentration);
    }
  }

  private static Supply supply(String partner, double valueUsd) {
    return new Supply(partner, valueUsd);
  }

  private static Inputs reported(double world, Supply... suppliers) {
    return new Inputs(List.of(suppliers), 0, 0, OptionalDouble.of(world));
  }
}
