package org.ecosec.investment.milestone;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.ecosec.investment.change.Fact;
import org.ecosec.investment.form.Handlings;
import org.ecosec.investment.milestone.math.Dated;
import org.ecosec.investment.milestone.math.Precision;
import org.ecosec.investment.milestone.math.Schedule;
import org.ecosec.investment.project.ProjectView;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** One version of a milestone. */
@Entity
@Table(name = "milestone")
class Milestone extends Fact {

  @Column String projectId;
  @Column String title;
  @Column @Nullable LocalDate startedOn;
  @Column @Nullable LocalDate plannedOn;

  @Column
  @Enumerated(EnumType.STRING)
  @Nullable Precision plannedPrecision;

  @Column @Nullable LocalDate baselineOn;

  @Column
  @Enumerated(EnumType.STRING)
  @Nullable Precision baselinePrecision;

  @Column int rebaselinings;
  @Column @Nullable LocalDate forecastOn;

  @Column
  @Enumerated(EnumType.STRING)
  @Nullable Precision forecastPrecision;

  @Column @Nullable LocalDate reachedOn;

  @Column
  @Enumerated(EnumType.STRING)
  @Nullable Precision reachedPrecision;

  @Column @Nullable LocalDate reportedOn;
  @Column @Nullable String referenceClass;
  @Column String source;

  @Column
  @Enumerated(EnumType.STRING)
  HandlingLevel handling;

  @Column @Nullable String notes;

  protected Milestone() {}

  Milestone(String id, MilestoneTerms terms, ProjectView project) {
    identify(id);
    projectId = project.id();
    title = terms.title();
    startedOn = terms.startedOn();
    plannedOn = terms.plannedOn();
    plannedPrecision = terms.plannedPrecision();
    baselineOn = plannedOn;
    baselinePrecision = plannedPrecision;
    forecastOn = terms.forecastOn();
    forecastPrecision = terms.forecastPrecision();
    reachedOn = terms.reachedOn();
    reachedPrecision = terms.reachedPrecision();
    reportedOn = terms.reportedOn();
    referenceClass = terms.referenceClass();
    source = terms.source();
    handling = Handlings.stricter(terms.handling(), project.handling());
    notes = terms.notes();
  }

  void rebaseline(Dated to) {
    baselineOn = to.on();
    baselinePrecision = to.precision();
    rebaselinings++;
  }

  /** Takes over the plans of the version before. */
  void keepPlansOf(Milestone before) {
    plannedOn = before.plannedOn;
    plannedPrecision = before.plannedPrecision;
    baselineOn = before.baselineOn;
    baselinePrecision = before.baselinePrecision;
    rebaselinings = before.rebaselinings;
  }

  Milestone copy() {
    var copy = new Milestone();
    copy.identify(id());
    copy.projectId = projectId;
    copy.title = title;
    copy.startedOn = startedOn;
    copy.keepPlansOf(this);
    copy.forecastOn = forecastOn;
    copy.forecastPrecision = forecastPrecision;
    copy.reachedOn = reachedOn;
    copy.reachedPrecision = reachedPrecision;
    copy.reportedOn = reportedOn;
    copy.referenceClass = referenceClass;
    copy.source = source;
    copy.handling = handling;
    copy.notes = notes;
    return copy;
  }

  @Nullable Dated baseline() {
    return Dated.of(baselineOn, baselinePrecision);
  }

  Schedule schedule() {
    return new Schedule(
        startedOn,
        Dated.of(plannedOn, plannedPrecision),
        baseline(),
        Dated.of(forecastOn, forecastPrecision),
        Dated.of(reachedOn, reachedPrecision));
  }
}
