package org.ecosec.alerts.signal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** What is read of {@code investment.milestones.v1}; a precision is DAY, MONTH or YEAR. */
record MilestoneNews(
    String milestoneId,
    String projectId,
    @Nullable String projectTitle,
    String title,
    @Nullable LocalDate plannedOn,
    @Nullable String plannedPrecision,
    @Nullable LocalDate baselineOn,
    @Nullable String baselinePrecision,
    @Nullable LocalDate forecastOn,
    @Nullable String forecastPrecision,
    @Nullable LocalDate reachedOn,
    @Nullable String status,
    @Nullable Long slippageDays,
    @Nullable Long slippageDaysAtLeast,
    @Nullable String slippageBasis,
    @Nullable Boolean ended,
    HandlingLevel handling,
    long revision,
    boolean backfill)
    implements StateNews {

  private static final double YEAR = 365;

  /** A day and how exactly it is known. */
  private record Expected(LocalDate on, String precision) {

    boolean toTheDay() {
      return precision.equals("DAY");
    }

    /** The last day that it may mean: what is due in a year is overdue when that year is over. */
    LocalDate atLatest() {
      return switch (precision) {
        case "YEAR" -> on.with(TemporalAdjusters.lastDayOfYear());
        case "MONTH" -> on.with(TemporalAdjusters.lastDayOfMonth());
        default -> on;
      };
    }
  }

  MilestoneNews {
    Required.of("milestoneId", milestoneId);
    Required.of("projectId", projectId);
    Required.of("title", title);
    Required.of("handling", handling);
  }

  @Override
  public Signal signal(News news, LocalDate today) {
    return new Signal(
        SignalKind.MILESTONE,
        Subject.ofThing(milestoneId),
        facts(today, news.isDaily()),
        new Figures()
            .with("expectedOn", expectedOn())
            .with("reachedOn", Days.text(reachedOn))
            .with("slippageDays", slippageDays)
            .with("ended", isEnded())
            .all(),
        Novelty.withoutPeriods(backfill),
        List.of(),
        List.of(),
        null,
        false,
        weight(today),
        handling,
        Economies.NONE,
        news.origin(revision, "/investment/v1/projects/%s/milestones".formatted(projectId)));
  }

  private Facts facts(LocalDate today, boolean daily) {
    var expected = expected();
    boolean waiting = reachedOn == null && !isEnded();
    return Facts.of(SignalKind.MILESTONE)
        .text("milestoneId", milestoneId)
        .text("projectId", projectId)
        .text("projectTitle", projectTitle == null ? projectId : projectTitle)
        .text("title", title)
        .text("plannedOn", Days.text(plannedOn))
        .text("expectedOn", expectedOn())
        .text("reachedOn", Days.text(reachedOn))
        .text("status", status)
        .text("slippageBasis", slippageBasis)
        .count("slippageDays", slippageDays)
        .count("slippageDaysAtLeast", slippageDaysAtLeast)
        .count("daysToDue", waiting ? daysToDue(expected, today) : null)
        .count("daysOverdue", waiting ? daysOverdue(expected, today) : null)
        .flag("reached", reachedOn != null)
        .flag("ended", isEnded())
        .flag("daily", daily)
        .build();
  }

  private Weight weight(LocalDate today) {
    var overdue = reachedOn == null ? daysOverdue(expected(), today) : null;
    long slipped = slippageDaysAtLeast == null ? 0 : slippageDaysAtLeast;
    long days = Math.max(slipped, overdue == null ? 0 : overdue);
    return new Weight(null, days / YEAR, 0.5, 1, BigDecimal.valueOf(days));
  }

  // What the reporter expects, else the plan that stands, else the first plan.
  private @Nullable Expected expected() {
    if (forecastOn != null) {
      return expected(forecastOn, forecastPrecision);
    }
    if (baselineOn != null) {
      return expected(baselineOn, baselinePrecision);
    }
    return plannedOn == null ? null : expected(plannedOn, plannedPrecision);
  }

  private @Nullable String expectedOn() {
    var expected = expected();
    return expected == null ? null : expected.on().toString();
  }

  private static Expected expected(LocalDate on, @Nullable String precision) {
    return new Expected(on, precision == null ? "DAY" : precision);
  }

  private boolean isEnded() {
    return ended != null && ended;
  }

  // A day that is only assumed within a month or a year starts no countdown.
  private static @Nullable Long daysToDue(@Nullable Expected expected, LocalDate today) {
    return expected == null || !expected.toTheDay() ? null : Days.until(expected.on(), today);
  }

  private static @Nullable Long daysOverdue(@Nullable Expected expected, LocalDate today) {
    return expected == null ? null : Days.since(expected.atLatest(), today);
  }
}
