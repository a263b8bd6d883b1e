package org.ecosec.investment.milestone;

import java.time.LocalDate;
import java.util.List;
import org.ecosec.investment.change.Change;
import org.ecosec.investment.change.Told;
import org.ecosec.investment.milestone.math.MilestoneStatus;
import org.ecosec.investment.milestone.math.Precision;
import org.ecosec.investment.milestone.math.Schedule;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** The event {@code investment.milestones.v1}: where a milestone stands, beside where it stood. */
record MilestoneChanged(
    String milestoneId,
    String projectId,
    String projectTitle,
    String title,
    @Nullable LocalDate plannedOn,
    @Nullable Precision plannedPrecision,
    @Nullable LocalDate baselineOn,
    @Nullable Precision baselinePrecision,
    int rebaselinings,
    @Nullable LocalDate forecastOn,
    @Nullable Precision forecastPrecision,
    @Nullable LocalDate reachedOn,
    @Nullable Precision reachedPrecision,
    LocalDate on,
    MilestoneStatus status,
    @Nullable Long slippageDays,
    @Nullable Long slippageDaysAtLeast,
    @Nullable Long slippageDaysAtMost,
    Schedule.@Nullable Basis slippageBasis,
    @Nullable String reason,
    boolean ended,
    HandlingLevel handling,
    long revision,
    boolean backfill) {

  static final String TOPIC = "investment.milestones.v1";

  // The days of an overdue milestone grow every day: that alone is not told.
  static final Told.Topic TOLD =
      new Told.Topic(
          TOPIC,
          List.of(
              "on",
              "revision",
              "backfill",
              "slippageDays",
              "slippageDaysAtLeast",
              "slippageDaysAtMost",
              "old"),
          List.of(
              "title",
              "plannedOn",
              "baselineOn",
              "baselinePrecision",
              "rebaselinings",
              "forecastOn",
              "forecastPrecision",
              "reachedOn",
              "reachedPrecision",
              "status"));

  static MilestoneChanged of(
      Milestone milestone, String projectTitle, LocalDate on, Change change) {
    var stands = ScheduleView.of(milestone, on);
    return new MilestoneChanged(
        milestone.id(),
        milestone.projectId,
        projectTitle,
        milestone.title,
        milestone.plannedOn,
        milestone.plannedPrecision,
        milestone.baselineOn,
        milestone.baselinePrecision,
        milestone.rebaselinings,
        milestone.forecastOn,
        milestone.forecastPrecision,
        milestone.reachedOn,
        milestone.reachedPrecision,
        on,
        stands.status(),
        stands.slippageDays(),
        stands.slippageDaysAtLeast(),
        stands.slippageDaysAtMost(),
        stands.slippageBasis(),
        stands.reason(),
        milestone.isClosed(),
        milestone.handling,
        change.revision(),
        change.backfill());
  }
}
