package org.ecosec.investment.milestone.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.milestone.math.MilestoneStatus.DELAYED_REBASELINED;
import static org.ecosec.investment.milestone.math.MilestoneStatus.FORECAST_LATE;
import static org.ecosec.investment.milestone.math.MilestoneStatus.NO_PUBLISHED_DEADLINE;
import static org.ecosec.investment.milestone.math.MilestoneStatus.ON_SCHEDULE;
import static org.ecosec.investment.milestone.math.MilestoneStatus.OVERDUE;
import static org.ecosec.investment.milestone.math.MilestoneStatus.REACHED;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Oracle: METHODS for the high-speed rail; the other days are counted by hand. */
class ScheduleTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-01-15");

  @Test
  void theHighSpeedRailTakesTwoPointThreeTimesItsPlannedDays() {
    var planned = new Dated(LocalDate.parse("2022-08-15"), Precision.YEAR);
    var moved = new Dated(LocalDate.parse("2028-12-31"), Precision.YEAR);
    var slippage = Slippage.of(planned, moved, LocalDate.parse("2017-09-14"));
    assertThat(slippage.plannedDurationDays()).isEqualTo(1_796);
    assertThat(slippage.expectedDurationDays()).isEqualTo(4_126);
    assertThat(slippage.durationRatio()).isEqualByComparingTo("2.297327");
    assertThat(slippage.days()).isEqualTo(2_330);
    // From the last day of 2022 to the first of 2028, and from the first to the last.
    assertThat(slippage.daysAtLeast()).isEqualTo(1_827);
    assertThat(slippage.daysAtMost()).isEqualTo(2_556);
  }

  @Test
  void exactDaysLeaveNoBounds() {
    var slippage = Slippage.of(day("2025-01-31"), day("2025-03-01"), null);
    assertThat(List.of(slippage.days(), slippage.daysAtLeast(), slippage.daysAtMost()))
        .containsOnly(29L);
    assertThat(slippage.durationRatio()).isNull();
  }

  @Test
  void aMonthReachesFromItsFirstToItsLastDay() {
    var february = new Dated(LocalDate.parse("2024-02-15"), Precision.MONTH);
    assertThat(february.earliest()).isEqualTo("2024-02-01");
    assertThat(february.latest()).isEqualTo("2024-02-29");
  }

  @Test
  void statusesFollowFromTheDates() {
    assertThat(of("2026-06-01", "2026-06-01", null, null).status(TODAY)).isEqualTo(ON_SCHEDULE);
    assertThat(of("2026-06-01", "2026-06-01", "2026-06-02", null).status(TODAY))
        .isEqualTo(FORECAST_LATE);
    assertThat(of("2025-06-01", "2026-06-01", null, null).status(TODAY))
        .isEqualTo(DELAYED_REBASELINED);
    assertThat(of("2025-06-01", "2026-01-14", null, null).status(TODAY)).isEqualTo(OVERDUE);
    assertThat(of("2025-06-01", "2026-01-15", null, null).status(TODAY))
        .isEqualTo(DELAYED_REBASELINED);
    assertThat(of("2025-06-01", "2025-06-01", null, "2025-09-01").status(TODAY)).isEqualTo(REACHED);
    assertThat(new Schedule(null, null, null, null, null).status(TODAY))
        .isEqualTo(NO_PUBLISHED_DEADLINE);
  }

  @Test
  void whatIsOverdueSlipsByAtLeastTheDaysUntilNow() {
    var overdue = of("2026-01-01", "2026-01-01", null, null);
    assertThat(Objects.requireNonNull(overdue.slippage(TODAY)).days()).isEqualTo(14);
    assertThat(overdue.basis(TODAY)).isEqualTo(Schedule.Basis.OVERDUE);
    assertThat(Objects.requireNonNull(overdue.slippage(TODAY.plusDays(1))).days()).isEqualTo(15);
  }

  @Test
  void aMovedPlanIsNeverCalledAForecast() {
    var moved = of("2022-08-15", "2028-12-31", null, null);
    assertThat(moved.basis(TODAY)).isEqualTo(Schedule.Basis.REBASELINED);
    assertThat(of("2022-08-15", "2028-12-31", "2029-03-01", null).basis(TODAY))
        .isEqualTo(Schedule.Basis.FORECAST);
  }

  @Test
  void percentilesInterpolateBetweenOrderStatistics() {
    assertThat(Percentile.of(List.of(4, 1, 3, 2), 0.5)).isEqualTo(2.5);
    assertThat(Percentile.of(List.of(1, 2, 3, 4, 11), 0.75)).isEqualTo(4);
    assertThat(Percentile.of(List.of(7), 0.8)).isEqualTo(7);
    assertThat(Percentile.of(List.of(), 0.5)).isNull();
  }

  private static Schedule of(
      String planned, String baseline, @Nullable String forecast, @Nullable String reached) {
    return new Schedule(
        null,
        day(planned),
        day(baseline),
        forecast == null ? null : day(forecast),
        reached == null ? null : day(reached));
  }

  private static Dated day(String text) {
    return new Dated(LocalDate.parse(text), Precision.DAY);
  }
}
