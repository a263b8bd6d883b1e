package org.ecosec.trade.indicator.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.trade.indicator.math.GeoDep.Answer.NO;
import static org.ecosec.trade.indicator.math.GeoDep.Answer.UNKNOWN;
import static org.ecosec.trade.indicator.math.GeoDep.Answer.YES;

import java.util.List;
import org.ecosec.trade.indicator.math.GeoDep.Verdict;
import org.ecosec.trade.indicator.math.GeoDep.Year;
import org.junit.jupiter.api.Test;

class GeoDepTest {

  private static final Year MET = new Year(YES, YES, YES);
  private static final Year NOT_MET = new Year(YES, NO, UNKNOWN);

  @Test
  void twoYearsOfThreeDecide() {
    assertThat(GeoDep.verdict(List.of(MET, MET, Year.UNKNOWN), 2)).contains(Verdict.DEPENDENT);
    assertThat(GeoDep.verdict(List.of(NOT_MET, MET, NOT_MET), 2)).contains(Verdict.NOT_DEPENDENT);
    assertThat(GeoDep.verdict(List.of(NOT_MET, MET, Year.UNKNOWN), 2)).isEmpty();
  }

  @Test
  void oneCriterionThatFailsDecidesAYearWhateverIsOpen() {
    assertThat(new Year(UNKNOWN, NO, UNKNOWN).all()).isEqualTo(NO);
    assertThat(new Year(YES, UNKNOWN, YES).all()).isEqualTo(UNKNOWN);
  }

  @Test
  void theThresholdItselfIsNotAbove() {
    assertThat(GeoDep.above(0.4, 0.4, 0.4)).isEqualTo(NO);
    assertThat(GeoDep.above(0.39, 0.41, 0.4)).isEqualTo(UNKNOWN);
    assertThat(GeoDep.above(0.4 + 1e-9, 0.5, 0.4)).isEqualTo(YES);
  }

  @Test
  void nothingExportedIsTheHighestRatio() {
    assertThat(GeoDep.importsToExports(5, 0)).isEqualTo(GeoDep.NO_EXPORTS);
    assertThat(GeoDep.importsToExports(5, 2)).isEqualTo(2.5);
  }
}
