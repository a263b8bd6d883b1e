package org.ecosec.alerts.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.alerts.rule.Answer.NO;
import static org.ecosec.alerts.rule.Answer.UNDECIDED;
import static org.ecosec.alerts.rule.Answer.YES;

import org.junit.jupiter.api.Test;

class StreakTest {

  @Test
  void periodsInARowCount() {
    var streak = Streak.NONE.after("2022", YES, NO).after("2023", YES, NO);
    assertThat(streak.raising()).isEqualTo(2);
    assertThat(streak.after("2024", NO, YES).raising()).isZero();
    assertThat(streak.after("2024", NO, YES).clearing()).isEqualTo(1);
  }

  @Test
  void aRevisionOfAPeriodCountsOnceAndCanTakeItBack() {
    var streak = Streak.NONE.after("2022", YES, NO).after("2023", YES, NO).after("2023", YES, NO);
    assertThat(streak.raising()).isEqualTo(2);
    assertThat(streak.after("2023", NO, NO).raising()).isZero();
    assertThat(streak.after("2023", NO, NO).after("2023", YES, NO).raising()).isEqualTo(2);
  }

  @Test
  void missingDataNeitherCountNorBreak() {
    var streak = Streak.NONE.after("2022", YES, NO);
    assertThat(streak.after("2023", UNDECIDED, UNDECIDED)).isEqualTo(streak);
    assertThat(streak.after("2023", UNDECIDED, UNDECIDED).after("2024", YES, NO).raising())
        .isEqualTo(2);
  }
}
