package org.ecosec.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.ecosec.alerts.signal.Weight;
import org.junit.jupiter.api.Test;

/** Worked by hand from the formula of docs/methods/severity.md. */
class ScoreTest {

  @Test
  void theThreePartsAreWeightedAndTrusted() {
    // 100 x (0.4 x 0.872 + 0.4 x 0.596 + 0.2 x 1) x 0.872 = 68.64
    assertThat(Score.of(new Weight(0.872, 0.596, 1, 0.872, null), false)).isEqualTo(69);
    assertThat(Score.of(new Weight(1.0, 1.0, 1, 1, null), false)).isEqualTo(100);
    assertThat(Score.of(new Weight(0.0, 0.0, 0, 1, null), false)).isZero();
  }

  @Test
  void anUndefinedPartLeavesItsWeightToTheOthersAndAFifthOfTheTrust() {
    // 100 x (0.4 x 0.5 + 0.2 x 1) / 0.6 x 0.8 = 53.33
    assertThat(Score.of(new Weight(null, 0.5, 1, 1, null), false)).isEqualTo(53);
    assertThat(Score.of(new Weight(null, null, 1, 1, null), false)).isEqualTo(80);
  }

  @Test
  void upperBoundsStayBelowWarning() {
    var worst = new Weight(1.0, 1.0, 1, 1, BigDecimal.TEN);
    assertThat(Score.of(worst, true)).isEqualTo(49);
    assertThat(Score.severity(49)).isEqualTo(Severity.WATCH);
  }

  @Test
  void theBandsBeginAtTwentyFiveFiftyAndSeventyFive() {
    assertThat(Score.severity(24)).isEqualTo(Severity.INFO);
    assertThat(Score.severity(25)).isEqualTo(Severity.WATCH);
    assertThat(Score.severity(50)).isEqualTo(Severity.WARNING);
    assertThat(Score.severity(74)).isEqualTo(Severity.WARNING);
    assertThat(Score.severity(75)).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void partsOutOfRangeAreCutOff() {
    var weight = new Weight(3.0, -1.0, 2, 7, null);
    assertThat(weight).isEqualTo(new Weight(1.0, 0.0, 1, 1, null));
    assertThat(new Weight(Double.NaN, null, 1, 1, null).dependence()).isNull();
  }
}
