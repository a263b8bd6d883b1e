package org.ecosec.trade.anomaly.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.ecosec.trade.anomaly.math.Backtest.Event;
import org.ecosec.trade.anomaly.math.Backtest.Flag;
import org.ecosec.trade.anomaly.math.Backtest.Scope;
import org.junit.jupiter.api.Test;

class BacktestTest {

  @Test
  void anEventIsFoundOnceItsRepeatsCountNothingAndTheRestIsFalse() {
    var events =
        List.of(
            new Event("A", Set.of(), 10, true, false),
            new Event("B", Set.of("JPN"), 10, true, false),
            new Event("C", Set.of(), 10, true, true));
    var flags =
        List.of(
            new Flag("A", "USA", 11, true),
            new Flag("A", "JPN", 13, true),
            new Flag("A", "JPN", 15, true),
            new Flag("A", "JPN", 9, false),
            new Flag("B", "USA", 10, true),
            new Flag("C", "USA", 12, false));
    var scored = Backtest.of(events, flags, new Scope(500, 20));
    assertThat(scored.events()).isEqualTo(2);
    assertThat(scored.found()).isEqualTo(1);
    assertThat(scored.contested()).isEqualTo(1);
    assertThat(scored.contestedFound()).isZero();
    assertThat(scored.falseFlags()).isEqualTo(3);
    assertThat(scored.falsePerThousand()).isEqualTo(6);
    assertThat(scored.precision()).hasValue(0.25);
    assertThat(scored.recall()).hasValue(0.5);
    assertThat(scored.medianDelay()).hasValue(1);
  }

  // A found by two flags; false: two partners of B in one month and a third five months on are one
  // false event, a fourth six months on is another, and so is one of the other sign.
  @Test
  void falseFlagsOfOneMovementAreOneFalseEvent() {
    var scored =
        Backtest.of(
            List.of(new Event("A", Set.of(), 10, true, false)),
            List.of(
                new Flag("A", "USA", 10, true),
                new Flag("A", "JPN", 10, true),
                new Flag("B", "USA", 3, true),
                new Flag("B", "JPN", 3, true),
                new Flag("B", "KOR", 8, true),
                new Flag("B", "KOR", 9, true),
                new Flag("B", "KOR", 9, false)),
            new Scope(1_000, 20));
    assertThat(scored.falseFlags()).isEqualTo(5);
    assertThat(scored.falseEvents()).isEqualTo(3);
    assertThat(scored.precision()).hasValue(1.0 / 6);
    assertThat(scored.precisionOfEvents()).hasValue(0.25);
  }

  @Test
  void anEventWhoseMonthsAreNotOverIsOpenUnlessItIsFound() {
    var events =
        List.of(
            new Event("A", Set.of(), 17, true, false), new Event("B", Set.of(), 17, true, false));
    var scored = Backtest.of(events, List.of(new Flag("B", "JPN", 17, true)), new Scope(1_000, 20));
    assertThat(scored.open()).isEqualTo(1);
    assertThat(scored.events()).isEqualTo(1);
    assertThat(scored.recall()).hasValue(1);
    assertThat(
            Backtest.of(events, List.of(new Flag("B", "JPN", 17, true)), new Scope(1_000, 22))
                .open())
        .isZero();
  }

  @Test
  void withoutFlagsOrEventsNothingIsDefined() {
    var scored = Backtest.of(List.of(), List.of(), new Scope(10, 20));
    assertThat(scored.precision()).isEmpty();
    assertThat(scored.recall()).isEmpty();
    assertThat(scored.medianDelay()).isEmpty();
  }

  // R 4: p.adjust(c(0.01, 0.04, 0.03, 0.005), "BH") is 0.02 0.04 0.04 0.02; "BY" is 25/12 of it.
  @Test
  void qValuesAreThoseOfR() {
    var p = new double[] {0.01, 0.04, 0.03, 0.005};
    assertThat(FalseDiscovery.qValues(p))
        .containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-12));
    assertThat(FalseDiscovery.qValuesOfDependent(p)[3]).isCloseTo(0.02 * 25 / 12, within(1e-12));
    assertThat(FalseDiscovery.empiricalP(-4, new double[] {1, -5, 2, 4})).isEqualTo(0.6);
  }
}
