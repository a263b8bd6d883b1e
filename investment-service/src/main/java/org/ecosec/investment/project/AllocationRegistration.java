package org.ecosec.investment.project;

import jakarta.enterprise.context.ApplicationScoped;
import org.ecosec.investment.change.Changes;
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

  AllocationRegistration(
      Allocations allocations,
      Projects projects,
      Pledges pledges,
      Changes changes,
      Preconditions preconditions) {
    this.allocations = allocations;
    this.projects = projects;
    this.pledges = pledges;
    this.changes = changes;
    this.preconditions = preconditions;
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
          change.touchPledge(pledge.id());
          change.touchProject(project.id());
          return AllocationView.of(allocation);
        });
  }

  void end(String id, @Nullable String ifMatch, boolean backfill) {
    changes.write(
        backfill,
        change -> {
          var allocation = allocations.current(id).orElseThrow(() -> unknown(id));
          preconditions.check(ifMatch, AllocationView.of(allocation));
          allocations.close(allocation, change.revision());
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
