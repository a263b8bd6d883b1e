package org.ecosec.investment.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.ecosec.investment.change.Changes;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.form.Slug;
import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.investment.pledge.Pledges;
import org.ecosec.platform.http.Preconditions;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Allocates a project to a pledge, if its money is of the pledge's kind, and ends that again. */
@ApplicationScoped
class AllocationRegistration {

  private final Allocations allocations;
  private final Projects projects;
  private final Pledges pledges;
  private final Changes changes;
  private final Preconditions preconditions;
  private final Clock clock;

  AllocationRegistration(
      Allocations allocations,
      Projects projects,
      Pledges pledges,
      Changes changes,
      Preconditions preconditions,
      Clock clock) {
    this.allocations = allocations;
    this.projects = projects;
    this.pledges = pledges;
    this.changes = changes;
    this.preconditions = preconditions;
    this.clock = clock;
  }

  AllocationView allocate(AllocationTerms terms, boolean backfill) {
    return changes.write(
        backfill,
        change -> {
          var project = projects.currentView(terms.projectId());
          var pledge = pledges.currentView(terms.pledgeId());
          refuseMismatch(terms, pledge);
          var id = Slug.of(terms.id(), project.id() + " to " + pledge.id());
          var allocation = new Allocation(id, terms, project, pledge);
          allocations.add(allocation, change.revision());
          change.did("CREATED", "allocations/" + id);
          change.touchPledge(pledge.id());
          change.touchProject(project.id());
          return AllocationView.of(allocation);
        });
  }

  AllocationView confirm(String id, Confirmation by, @Nullable String ifMatch, boolean backfill) {
    new Fields("confirmed-in-future", "A confirmation was given by today.")
        .check("/on", !by.on().isAfter(LocalDate.now(clock)), "lies in the future")
        .refuse();
    return changes.write(
        backfill,
        change -> {
          var before = allocations.current(id).orElseThrow(() -> unknown(id));
          preconditions.check(ifMatch, AllocationView.of(before));
          if (before.isConfirmedBy(by.side())) {
            throw Problem.conflict(
                "already-confirmed", "The " + by.side() + " side has confirmed it before.");
          }
          var confirmed = before.confirmed(by);
          allocations.close(before, change.revision());
          allocations.add(confirmed, change.revision());
          change.did("CONFIRMED", "allocations/" + id);
          change.touchPledge(confirmed.pledgeId);
          return AllocationView.of(confirmed);
        });
  }

  void end(String id, @Nullable String ifMatch, boolean backfill) {
    changes.write(
        backfill,
        change -> {
          var allocation = allocations.current(id).orElseThrow(() -> unknown(id));
          preconditions.check(ifMatch, AllocationView.of(allocation));
          allocations.close(allocation, change.revision());
          change.did("ENDED", "allocations/" + id);
          change.touchPledge(allocation.pledgeId);
          change.touchProject(allocation.projectId);
          return id;
        });
  }

  static Problem unknown(String id) {
    return Problem.notFound(
        "no-such-allocation", "There is no allocation " + id + " that you may see.");
  }

  private static void refuseMismatch(AllocationTerms terms, PledgeView pledge) {
    if (!pledge.scope().covers(terms.financierScope())) {
      throw Problem.unprocessable(
              "scope-mismatch",
              "Pledge "
                  + pledge.id()
                  + " is about "
                  + pledge.scope()
                  + "; money of a "
                  + terms.financierScope()
                  + " financier does not count toward it.")
          .at("/financierScope", "SCOPE_MISMATCH");
    }
    if (terms.valueDate() != null && terms.valueDate().isBefore(pledge.countsFrom())) {
      throw Problem.unprocessable(
              "before-counts-from",
              "Flows count toward pledge "
                  + pledge.id()
                  + " from "
                  + pledge.countsFrom()
                  + " on: give that date or a later one.")
          .at("/valueDate", "BEFORE_COUNTS_FROM");
    }
  }
}
