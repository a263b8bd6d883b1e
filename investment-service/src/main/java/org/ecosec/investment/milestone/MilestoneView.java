package org.ecosec.investment.milestone;

import java.time.LocalDate;
import org.ecosec.investment.milestone.math.Precision;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as it was known at a revision: {@code plannedOn} is the first plan, {@code
 * baselineOn} the one that stands, {@code rebaselinings} how often it was moved.
 */
public record MilestoneView(
    String id,
    String projectId,
    String title,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate plannedOn,
    @Nullable Precision plannedPrecision,
    @Nullable LocalDate baselineOn,
    @Nullable Precision baselinePrecision,
    int rebaselinings,
    @Nullable LocalDate forecastOn,
    @Nullable Precision forecastPrecision,
    @Nullable LocalDate reachedOn,
    @Nullable Precision reachedPrecision,
    @Nullable LocalDate reportedOn,
    @Nullable String referenceClass,
    HandlingLevel handling,
    String source,
    @Nullable String notes,
    long revision) {

  static MilestoneView of(Milestone milestone) {
    return new MilestoneView(
        milestone.id(),
        milestone.projectId,
        milestone.title,
        milestone.startedOn,
        milestone.plannedOn,
        milestone.plannedPrecision,
        milestone.baselineOn,
        milestone.baselinePrecision,
        milestone.rebaselinings,
        milestone.forecastOn,
        milestone.forecastPrecision,
        milestone.reachedOn,
        milestone.reachedPrecision,
        milestone.reportedOn,
        milestone.referenceClass,
        milestone.handling,
        milestone.source,
        milestone.notes,
        milestone.fromRevision());
  }
}
