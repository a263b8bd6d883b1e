package org.ecosec.trade.production.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.ecosec.trade.production.math.ProductionConcentration.Output;
import org.junit.jupiter.api.Test;

class ProductionConcentrationTest {

  private static final Offset<Double> EXACT = within(1e-12);

  // By hand: shares 0.75 and 0.25, governance 6 and 2: 0.5625 × 6 + 0.0625 × 2 = 3.5.
  @Test
  void squaresAreWeightedByGovernance() {
    var found =
        ProductionConcentration.of(
            List.of(
                new Output("AAA", 75, OptionalDouble.of(6)),
                new Output("BBB", 25, OptionalDouble.of(2))),
            0);
    assertThat(found.hhi().getAsDouble()).isEqualTo(0.625, EXACT);
    assertThat(found.hhiWgi().getAsDouble()).isEqualTo(3.5, EXACT);
  }

  // Implementations that leave governance on 0..1 get a tenth of it.
  @Test
  void governanceRunsFromZeroToTenAndHighIsBad() {
    assertThat(ProductionConcentration.governance(1)).isEqualTo(0, EXACT);
    assertThat(ProductionConcentration.governance(0)).isEqualTo(10, EXACT);
    // A mean of −0.33 on the published scale of ±2.5 is 0.434 rescaled.
    assertThat(ProductionConcentration.governance(0.434))
        .isEqualTo(10 * (2.5 + 0.33) / 5, within(1e-9));
  }

  // By hand: named 0.9 in one; the unnamed tenth is one producer at worst: 0.81 to 0.82; weighted
  // by
  // governance 5, 4.05 to 4.05 + 0.01 × 10.
  @Test
  void unnamedProducersGiveBoundsAndNoPoint() {
    var found =
        ProductionConcentration.of(List.of(new Output("AAA", 90, OptionalDouble.of(5))), 10);
    assertThat(found.hhi()).isEmpty();
    assertThat(found.hhiLower()).isEqualTo(0.81, EXACT);
    assertThat(found.hhiUpper()).isEqualTo(0.82, EXACT);
    assertThat(found.hhiWgiLower()).isEqualTo(4.05, EXACT);
    assertThat(found.hhiWgiUpper()).isEqualTo(4.15, EXACT);
  }

  @Test
  void aProducerWithoutGovernanceLeavesTheWeightedIndexOpen() {
    var found =
        ProductionConcentration.of(
            List.of(
                new Output("AAA", 50, OptionalDouble.of(4)),
                new Output("NCL", 50, OptionalDouble.empty())),
            0);
    assertThat(found.hhi().getAsDouble()).isEqualTo(0.5, EXACT);
    assertThat(found.hhiWgi()).isEmpty();
    assertThat(found.hhiWgiLower()).isEqualTo(1, EXACT);
    assertThat(found.hhiWgiUpper()).isEqualTo(3.5, EXACT);
  }
}
