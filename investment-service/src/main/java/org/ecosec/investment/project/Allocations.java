package org.ecosec.investment.project;

import jakarta.enterprise.context.ApplicationScoped;
import org.ecosec.investment.change.Facts;
import org.ecosec.platform.problem.Problem;
import org.hibernate.exception.ConstraintViolationException;

/** The allocations on record; the database refuses what would give a project away twice. */
@ApplicationScoped
class Allocations extends Facts<Allocation> {

  @Override
  protected Problem refusal(Allocation fact, String broken, ConstraintViolationException cause) {
    if (broken.contains("allocation_within_whole")) {
      return Problem.unprocessable(
              "over-allocated",
              "The shares of project "
                  + fact.projectId
                  + " would pass 100 %: end or lower another allocation first.")
          .at("/share", "is more than what is left of the project");
    }
    if (broken.contains("project_same_is_allocated")) {
      return Problem.unprocessable(
              "same-project-counts",
              "Project " + fact.projectId + " is another's report: allocate the one that it names.")
          .at("/projectId", "names another project in sameAs");
    }
    if (broken.contains("allocation_on_one_level")) {
      return onOneLevel("/projectId");
    }
    if (broken.contains("allocation_once")) {
      return Problem.conflict(
          "already-allocated",
          "Project "
              + fact.projectId
              + " is allocated to pledge "
              + fact.pledgeId
              + " already: end that allocation first.");
    }
    return super.refusal(fact, broken, cause);
  }

  /** A project counts as a whole or in its parts. */
  static Problem onOneLevel(String pointer) {
    return Problem.unprocessable(
            "allocated-on-another-level",
            "A project and a part of it would both be allocated and count twice: end the allocation"
                + " of one of them first.")
        .at(pointer, "its parent or a part of it is allocated");
  }
}
