package org.ecosec.trade.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownProductionTest {

  @Test
  void whoIsNotNamedMakesAtMostWhatIsLeftIfNearlyAllAreNamed() {
    var production = of("97", "3", true);
    assertThat(production.by("NLD").tonnes()).isEqualByComparingTo("3");
    assertThat(of("90", "10", true).by("NLD").reason()).isEqualTo("PRODUCERS_NOT_NAMED");
  }

  @Test
  void contentIsNotSetBesideTheWeightOfTradeButNothingIsNothingOfBoth() {
    assertThat(of("97", "0", false).by("AUS").reason()).isEqualTo("CONTENT_NOT_WEIGHT");
    assertThat(of("97", "0", false).by("NLD").tonnes()).isEqualByComparingTo("0");
  }

  @Test
  void whatIsWithheldIsUnknown() {
    assertThat(of("97", "0", true).by("USA").reason()).isEqualTo("PRODUCTION_WITHHELD");
  }

  private static KnownProduction of(String australia, String rest, boolean weighs) {
    return new KnownProduction(
        Map.of("AUS", new BigDecimal(australia)),
        Map.of("USA", "WITHHELD"),
        new BigDecimal(rest),
        weighs);
  }
}
