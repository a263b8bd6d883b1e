package org.ecosec.investment.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.ecosec.investment.change.Change;
import org.ecosec.investment.change.Changes;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.form.Handlings;
import org.ecosec.investment.form.Slug;
import org.ecosec.investment.milestone.math.Dated;
import org.ecosec.investment.project.Projects;
import org.ecosec.platform.http.Preconditions;
import org.jspecify.annotations.Nullable;

/** Registers a milestone, changes what is said of it, moves its baseline, and ends it. */
@ApplicationScoped
class MilestoneRegistration {

  private final Milestones milestones;
  private final Rebaselinings rebaselinings;
  private final Projects projects;
  private final Changes changes;
  private final Preconditions preconditions;
  private final Handlings handlings;
  private final Clock clock;

  MilestoneRegistration(
      Milestones milestones,
      Rebaselinings rebaselinings,
      Projects projects,
      Changes changes,
      Preconditions preconditions,
      Handlings handlings,
      Clock clock) {
    this.milestones = milestones;
    this.rebaselinings = rebaselinings;
    this.projects = projects;
    this.changes = changes;
    this.preconditions = preconditions;
    this.handlings = handlings;
    this.clock = clock;
  }

  MilestoneView register(MilestoneTerms terms, boolean backfill) {
    check(terms);
    new Fields("bad-milestone", "A milestone belongs to a project: name it.")
        .slug("/projectId", terms.projectId())
        .refuse();
    return changes.write(
        backfill,
        change -> {
          var project = projects.currentView(Objects.requireNonNull(terms.projectId()));
          var id = Slug.of(terms.id(), project.id() + " " + terms.title());
          var milestone = new Milestone(id, terms, project);
          for (var moved : terms.rebaselinings()) {
            rebaselinings.add(new Rebaselining(milestone, moved), change.revision());
            milestone.rebaseline(dated(moved));
          }
          return add(milestone, "CREATED", change);
        });
  }

  MilestoneView change(String id, MilestoneTerms terms, @Nullable String ifMatch, boolean silent) {
    Fields.sameId(id, terms.id());
    check(terms);
    return changes.write(
        silent,
        change -> {
          var before = milestones.currentOrRefuse(id);
          preconditions.check(ifMatch, MilestoneView.of(before));
          refuseMovedPlan(before, terms);
          var after = new Milestone(id, terms, projects.currentView(before.projectId));
          if (before.plannedOn != null) {
            after.keepPlansOf(before);
          }
          milestones.close(before, change.revision());
          return add(after, "CHANGED", change);
        });
  }

  MilestoneView rebaseline(
      String id, RebaseliningTerms terms, @Nullable String ifMatch, boolean backfill) {
    return changes.write(
        backfill,
        change -> {
          var before = milestones.currentOrRefuse(id);
          preconditions.check(ifMatch, MilestoneView.of(before));
          new Fields("same-baseline", "That is the baseline already: give another day.")
              .check("/baselineOn", !dated(terms).equals(before.baseline()), "is the standing one")
              .refuse();
          rebaselinings.add(new Rebaselining(before, terms), change.revision());
          var after = before.copy();
          after.rebaseline(dated(terms));
          milestones.close(before, change.revision());
          return add(after, "REBASELINED", change);
        });
  }

  void end(String id, @Nullable String ifMatch, boolean backfill) {
    changes.write(
        backfill,
        change -> {
          var milestone = milestones.currentOrRefuse(id);
          preconditions.check(ifMatch, MilestoneView.of(milestone));
          milestones.close(milestone, change.revision());
          change.did("ENDED", "milestones/" + id);
          change.touchMilestone(id);
          return id;
        });
  }

  private MilestoneView add(Milestone milestone, String act, Change change) {
    change.did(act, "milestones/" + milestone.id());
    milestones.add(milestone, change.revision());
    change.touchMilestone(milestone.id());
    return MilestoneView.of(milestone);
  }

  private void check(MilestoneTerms terms) {
    handlings.check(terms.handling());
    var today = LocalDate.now(clock);
    new Fields("reached-in-future", "What is reached was reached by today; see errors.")
        .check("/reachedOn", isPast(terms.reachedOn(), today), "lies in the future")
        .check("/reportedOn", isPast(terms.reportedOn(), today), "lies in the future")
        .refuse();
  }

  private static void refuseMovedPlan(Milestone before, MilestoneTerms terms) {
    boolean kept =
        before.plannedOn == null
            || (before.plannedOn.equals(terms.plannedOn())
                && before.plannedPrecision == terms.plannedPrecision());
    new Fields(
            "baseline-is-kept",
            "A plan moves by POST to rebaselinings, so that the first one is not lost; see errors.")
        .check("/plannedOn", kept, "differs from the first plan")
        .check("/rebaselinings", terms.rebaselinings().isEmpty(), "is kept by its own resource")
        .refuse();
  }

  private static boolean isPast(@Nullable LocalDate day, LocalDate today) {
    return day == null || !day.isAfter(today);
  }

  private static Dated dated(RebaseliningTerms terms) {
    return Objects.requireNonNull(Dated.of(terms.baselineOn(), terms.precision()));
  }
}
