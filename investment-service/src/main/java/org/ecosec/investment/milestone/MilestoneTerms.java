package org.ecosec.investment.milestone;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.form.Lists;
import org.ecosec.investment.milestone.math.Precision;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as its source describes it. {@code plannedOn} is the first baseline and never moves;
 * {@code rebaselinings} are the plans that followed it, oldest first. A date known to the month or
 * year carries the day assumed within it and its precision; what no source says is null.
 */
public record MilestoneTerms(
    @Schema(examples = "mahsr-opening") @Nullable String id,
    @Schema(examples = "mumbai-ahmedabad-high-speed-rail") @Nullable String projectId,
    @Schema(examples = "Opening of the line") String title,
    @Nullable LocalDate startedOn,
    @Schema(examples = "2022-08-15") @Nullable LocalDate plannedOn,
    @Schema(examples = "YEAR") @Nullable Precision plannedPrecision,
    @Nullable LocalDate forecastOn,
    @Nullable Precision forecastPrecision,
    @Nullable LocalDate reachedOn,
    @Nullable Precision reachedPrecision,
    @Nullable LocalDate reportedOn,
    @Nullable String referenceClass,
    HandlingLevel handling,
    String source,
    @Nullable String notes,
    List<RebaseliningTerms> rebaselinings) {

  public MilestoneTerms {
    handling = handling == null ? HandlingLevel.PUBLIC : handling;
    rebaselinings = Lists.copy(rebaselinings);
    plannedPrecision = precision(plannedOn, plannedPrecision);
    forecastPrecision = precision(forecastOn, forecastPrecision);
    reachedPrecision = precision(reachedOn, reachedPrecision);
    var wrong =
        new Fields("bad-milestone", "The milestone is not complete or not consistent; see errors.");
    wrong
        .text("/title", title, 300)
        .day("/startedOn", startedOn)
        .day("/plannedOn", plannedOn)
        .day("/forecastOn", forecastOn)
        .day("/reachedOn", reachedOn)
        .day("/reportedOn", reportedOn)
        .text("/source", source, 1_000)
        .optionalText("/notes", notes, 10_000)
        .check("/rebaselinings", rebaselinings.size() <= 100, "has more than 100 entries")
        .check(
            "/startedOn",
            startedOn == null || plannedOn == null || startedOn.isBefore(plannedOn),
            "is not before plannedOn");
    if (id != null) {
      wrong.slug("/id", id);
    }
    if (referenceClass != null) {
      wrong.slug("/referenceClass", referenceClass);
    }
    wrong.refuse();
  }

  /** The same of a project; a body that names another one is refused. */
  MilestoneTerms of(String project) {
    new Fields("project-differs", "The path names the project of this milestone.")
        .check(
            "/projectId", projectId == null || projectId.equals(project), "differs from the path")
        .refuse();
    return new MilestoneTerms(
        id,
        project,
        title,
        startedOn,
        plannedOn,
        plannedPrecision,
        forecastOn,
        forecastPrecision,
        reachedOn,
        reachedPrecision,
        reportedOn,
        referenceClass,
        handling,
        source,
        notes,
        rebaselinings);
  }

  private static @Nullable Precision precision(
      @Nullable LocalDate on, @Nullable Precision precision) {
    if (on == null) {
      return null;
    }
    return precision == null ? Precision.DAY : precision;
  }
}
