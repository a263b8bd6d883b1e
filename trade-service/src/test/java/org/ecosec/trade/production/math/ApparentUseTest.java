package org.ecosec.trade.production.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.ecosec.trade.production.math.ApparentUse.Reason;
import org.junit.jupiter.api.Test;

class ApparentUseTest {

  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  // By hand: 30 / (20 + 30 − 10) = 0.75, net 20 / 40 = 0.5.
  @Test
  void importsAreAPartOfWhatIsUsed() {
    var use = of(20, 30, 10);
    assertThat(use.dependency().getAsDouble()).isCloseTo(0.75, within(1e-12));
    assertThat(use.reliance().getAsDouble()).isCloseTo(0.5, within(1e-12));
    assertThat(use.reason()).isEmpty();
  }

  @Test
  void anExporterOnBalanceReliesOnNobody() {
    assertThat(of(100, 10, 60).reliance().getAsDouble()).isZero();
  }

  @Test
  void unknownIsNotNothing() {
    var use = ApparentUse.of(OptionalDouble.of(20), OptionalDouble.of(30), UNKNOWN);
    assertThat(use.dependency()).isEmpty();
    assertThat(use.dependencyLower().getAsDouble()).isCloseTo(0.6, within(1e-12));
    assertThat(use.reason()).contains(Reason.NO_EXPORTS_REPORTED);
    assertThat(ApparentUse.of(UNKNOWN, OptionalDouble.of(1), UNKNOWN).reason())
        .contains(Reason.NO_PRODUCTION);
    assertThat(ApparentUse.of(UNKNOWN, UNKNOWN, UNKNOWN).reason())
        .contains(Reason.NO_IMPORTS_REPORTED);
    assertThat(of(1, 1, 2).reason()).contains(Reason.NO_APPARENT_USE);
  }

  private static ApparentUse of(double produced, double imported, double exported) {
    return ApparentUse.of(
        OptionalDouble.of(produced), OptionalDouble.of(imported), OptionalDouble.of(exported));
  }
}
