package org.ecosec.investment.milestone.math;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a date has moved from its first plan, in days; negative if it comes sooner. Dates known
 * to the month or year give bounds: whatever the days were, the slippage lies between them.
 *
 * @param plannedDurationDays from the start to the first plan; null where no start is published
 * @param durationRatio expected over planned duration, six decimals
 */
public record Slippage(
    long days,
    long daysAtLeast,
    long daysAtMost,
    @Nullable Long plannedDurationDays,
    @Nullable Long expectedDurationDays,
    @Nullable BigDecimal durationRatio) {

  public static Slippage of(Dated planned, Dated expected, @Nullable LocalDate startedOn) {
    var plannedDays = startedOn == null ? null : DAYS.between(startedOn, planned.on());
    var expectedDays = startedOn == null ? null : DAYS.between(startedOn, expected.on());
    return new Slippage(
        DAYS.between(planned.on(), expected.on()),
        DAYS.between(planned.latest(), expected.earliest()),
        DAYS.between(planned.earliest(), expected.latest()),
        plannedDays,
        expectedDays,
        ratio(plannedDays, expectedDays));
  }

  private static @Nullable BigDecimal ratio(@Nullable Long planned, @Nullable Long expected) {
    return planned == null || expected == null || planned <= 0
        ? null
        : BigDecimal.valueOf(expected).divide(BigDecimal.valueOf(planned), 6, RoundingMode.HALF_UP);
  }
}
