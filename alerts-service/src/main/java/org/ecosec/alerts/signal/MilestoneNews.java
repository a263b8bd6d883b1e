package org.ecosec.alerts.signal;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** What is read of {@code investment.milestones.v1}; a precision is DAY, MONTH or YEAR. */
record MilestoneNews(
    @JsonAlias("id") String milestoneId,
    String projectId,
    @Nullable String projectTitle,
    String title,
    @Nullable LocalDate plannedOn,
    @JsonAlias("expectedOn") @Nullable LocalDate forecastOn,
    @JsonAlias("expectedPrecision") @Nullable String forecastPrecision,
    @Nullable LocalDate reachedOn,
    @Nullable Long slippageDays,
    @Nullable String status,
    HandlingLevel handling,
    long revision,
    boolean backfill)
    implements StateNews {

  private static final double YEAR = 365;

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
        facts(today),
        new Figures()
            .with("plannedOn", Days.text(plannedOn))
            .with("forecastOn", Days.text(forecastOn))
            .with("reachedOn", Days.text(reachedOn))
            .all(),
        Novelty.withoutPeriods(backfill),
        List.of(),
        List.of(),
        null,
        false,
        weight(today),
        handling,
        news.origin(revision, "/investment/v1/projects/%s/milestones".formatted(projectId)));
  }

  private Facts facts(LocalDate today) {
    return Facts.of(SignalKind.MILESTONE)
        .text("milestoneId", milestoneId)
        .text("projectId", projectId)
        .text("projectTitle", projectTitle == null ? projectId : projectTitle)
        .text("title", title)
        .text("plannedOn", Days.text(plannedOn))
        .text("forecastOn", Days.text(forecastOn))
        .text("reachedOn", Days.text(reachedOn))
        .text("status", status)
        .count("slippageDays", slippage())
        .count("daysToDue", reachedOn == null ? Days.until(due(), today) : null)
        .count("daysOverdue", reachedOn == null ? Days.since(due(), today) : null)
        .flag("reached", reachedOn != null)
        .build();
  }

  private Weight weight(LocalDate today) {
    var slipped = slippage();
    var overdue = reachedOn == null ? Days.since(due(), today) : null;
    long days = Math.max(slipped == null ? 0 : slipped, overdue == null ? 0 : overdue);
    return new Weight(null, days / YEAR, 0.5, 1, BigDecimal.valueOf(days));
  }

  // A day that is only assumed within a month or a year is not due on that day.
  private @Nullable LocalDate due() {
    boolean knownToTheDay = forecastPrecision == null || forecastPrecision.equals("DAY");
    return forecastOn == null || !knownToTheDay ? null : forecastOn;
  }

  private @Nullable Long slippage() {
    var end = reachedOn == null ? forecastOn : reachedOn;
    if (slippageDays != null || plannedOn == null || end == null) {
      return slippageDays;
    }
    return Days.since(plannedOn, end);
  }
}
