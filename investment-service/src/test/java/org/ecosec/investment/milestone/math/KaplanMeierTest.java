package org.ecosec.investment.milestone.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ecosec.investment.milestone.math.KaplanMeier.Delay;
import org.junit.jupiter.api.Test;

/**
 * Oracle: remission under 6-mercaptopurine (Freireich and others 1963), the textbook example of the
 * product-limit estimate: S(6) 0.857, S(7) 0.807, S(10) 0.753, S(13) 0.690, S(16) 0.627, S(22)
 * 0.538, S(23) 0.448; median 23 weeks.
 */
class KaplanMeierTest {

  private static final List<Delay> REMISSIONS =
      delays(
          List.of(6, 6, 6, 7, 10, 13, 16, 22, 23),
          List.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35));

  @Test
  void theMedianOfTheTextbookExampleIsTwentyThree() {
    assertThat(KaplanMeier.quantile(REMISSIONS, 0.5)).isEqualTo(23);
    assertThat(KaplanMeier.quantile(REMISSIONS, 0.2)).isEqualTo(10);
    assertThat(KaplanMeier.quantile(REMISSIONS, 0.15)).isEqualTo(7);
    assertThat(KaplanMeier.quantile(REMISSIONS, 0.14)).isEqualTo(6);
  }

  @Test
  void nothingIsSaidWhereTooManyAreOpen() {
    assertThat(KaplanMeier.quantile(REMISSIONS, 0.8)).isNull();
    assertThat(KaplanMeier.quantile(delays(List.of(), List.of(1, 2, 3)), 0.5)).isNull();
  }

  @Test
  void whatIsOpenMovesTheMedianUp() {
    assertThat(KaplanMeier.quantile(delays(List.of(10, 20, 30), List.of()), 0.5)).isEqualTo(20);
    assertThat(KaplanMeier.quantile(delays(List.of(10, 20, 30), List.of(15)), 0.5)).isEqualTo(20);
    assertThat(KaplanMeier.quantile(delays(List.of(10, 20, 30), List.of(25, 25)), 0.5))
        .isEqualTo(30);
    assertThat(KaplanMeier.quantile(delays(List.of(-30, -5), List.of(-10)), 0.5)).isEqualTo(-5);
  }

  private static List<Delay> delays(List<Integer> reached, List<Integer> open) {
    var delays = new ArrayList<Delay>();
    reached.forEach(day -> delays.add(new Delay(day, true)));
    open.forEach(day -> delays.add(new Delay(day, false)));
    return delays;
  }
}
