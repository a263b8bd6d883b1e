package org.ecosec.investment.milestone;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.milestone.math.MilestoneStatus;
import org.ecosec.investment.milestone.math.Precision;
import org.ecosec.investment.milestone.math.Schedule;
import org.ecosec.investment.milestone.math.Slippage;
import org.jspecify.annotations.Nullable;

/**
 * Where a milestone stands on a day: the day that is expected, how far that is from the first plan,
 * and between which bounds where the dates are only known to the month or year. {@code
 * slippageBasis} says what the slippage is measured to: a single re-baselined day is no forecast.
 */
public record ScheduleView(
    String milestoneId,
    String projectId,
    String title,
    LocalDate on,
    MilestoneStatus status,
    @Nullable LocalDate expectedOn,
    @Nullable Precision expectedPrecision,
    @Nullable Long daysUntilExpected,
    @Nullable Long slippageDays,
    @Nullable Long slippageDaysAtLeast,
    @Nullable Long slippageDaysAtMost,
    Schedule.@Nullable Basis slippageBasis,
    @Nullable Long plannedDurationDays,
    @Nullable Long expectedDurationDays,
    @Schema(examples = "2.297327") @Nullable BigDecimal durationRatio,
    int rebaselinings,
    @Schema(examples = "NO_PUBLISHED_DEADLINE") @Nullable String reason,
    @Schema(examples = "slippage/1") String methodVersion,
    long revision) {

  private static final int SILENT_MONTHS = 12;

  static ScheduleView of(MilestoneView milestone, Schedule schedule, LocalDate on) {
    var expected = schedule.expected();
    Slippage slippage = schedule.slippage(on);
    return new ScheduleView(
        milestone.id(),
        milestone.projectId(),
        milestone.title(),
        on,
        schedule.status(on),
        expected == null ? null : expected.on(),
        expected == null ? null : expected.precision(),
        expected == null ? null : ChronoUnit.DAYS.between(on, expected.on()),
        slippage == null ? null : slippage.days(),
        slippage == null ? null : slippage.daysAtLeast(),
        slippage == null ? null : slippage.daysAtMost(),
        slippage == null ? null : schedule.basis(on),
        slippage == null ? null : slippage.plannedDurationDays(),
        slippage == null ? null : slippage.expectedDurationDays(),
        slippage == null ? null : slippage.durationRatio(),
        milestone.rebaselinings(),
        reason(milestone, slippage, on),
        "slippage/1",
        milestone.revision());
  }

  // A day that has passed since the last report may have been kept, and nobody has said so.
  private static @Nullable String reason(
      MilestoneView milestone, @Nullable Slippage slippage, LocalDate on) {
    if (slippage == null) {
      return "NO_PUBLISHED_DEADLINE";
    }
    var reported = milestone.reportedOn();
    return milestone.reachedOn() == null
            && reported != null
            && reported.plusMonths(SILENT_MONTHS).isBefore(on)
        ? "SILENT"
        : null;
  }

  static ScheduleView of(Milestone milestone, LocalDate on) {
    return of(MilestoneView.of(milestone), milestone.schedule(), on);
  }
}
