package org.ecosec.investment.progress.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Oracle: METHODS. USD 68 bn in ten years after 2.72 bn a year: k is 0.4, the rate rises to 10.88
 * bn, and the ramp has reached 4.6 % after a year and 35 % after five where the linear plan has 10
 * and 50.
 */
class PlanTest {

  @Test
  void theChoiceOfAPlanDecidesTheVerdict() {
    assertThat(at(Plan.LINEAR, "0.1", null)).isEqualByComparingTo("0.1");
    assertThat(at(Plan.RAMP, "0.1", "0.4")).isEqualByComparingTo("0.046");
    assertThat(at(Plan.RAMP, "0.5", "0.4")).isEqualByComparingTo("0.35");
    assertThat(at(Plan.S_CURVE, "0.1", null)).isEqualByComparingTo("0.028");
    assertThat(at(Plan.S_CURVE, "0.5", null)).isEqualByComparingTo("0.5");
  }

  @Test
  void everyPlanStartsWithNothingAndEndsWithAll() {
    for (Plan plan : Plan.values()) {
      assertThat(at(plan, "0", "0.4")).isEqualByComparingTo("0");
      assertThat(at(plan, "1", "0.4")).isEqualByComparingTo("1");
    }
  }

  @Test
  void aRampNeedsAPastRateThatItCanRiseFrom() {
    assertThat(at(Plan.RAMP, "0.5", null)).isNull();
    assertThat(at(Plan.RAMP, "0.5", "2.01")).isNull();
    assertThat(at(Plan.RAMP, "0.5", "1")).isEqualByComparingTo("0.5");
  }

  private static @Nullable BigDecimal at(Plan plan, String elapsed, @Nullable String pastRate) {
    return plan.at(new BigDecimal(elapsed), pastRate == null ? null : new BigDecimal(pastRate));
  }
}
