package org.ecosec.trade.diversion.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class WindowTest {

  @Test
  void theFirstMonthsAreHeldAgainstTheSameOnesOfTheYearBefore() {
    var window = Window.since(YearMonth.of(2024, 12), YearMonth.of(2025, 3));
    assertThat(window.after()).hasSize(4).startsWith(YearMonth.of(2024, 12));
    assertThat(window.before())
        .containsExactly(
            YearMonth.of(2023, 12),
            YearMonth.of(2024, 1),
            YearMonth.of(2024, 2),
            YearMonth.of(2024, 3));
  }

  // By hand: 16 months under it; the newest twelve are April 2025 to March 2026, and of the year
  // before December 2024 that is December 2023 to November 2024, the same twelve months.
  @Test
  void laterMonthsAreHeldAgainstTheLastYearBeforeItAndNeverAgainstMonthsUnderIt() {
    var window = Window.since(YearMonth.of(2024, 12), YearMonth.of(2026, 3));
    assertThat(window.after()).hasSize(12).startsWith(YearMonth.of(2025, 4));
    assertThat(window.before())
        .hasSize(12)
        .startsWith(YearMonth.of(2023, 12))
        .endsWith(YearMonth.of(2024, 11));
  }

  @Test
  void aWindowDoesNotEndBeforeItStarts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Window.since(YearMonth.of(2025, 1), YearMonth.of(2024, 12)));
  }
}
