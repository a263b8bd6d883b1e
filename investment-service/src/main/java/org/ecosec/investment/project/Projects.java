package org.ecosec.investment.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ecosec.investment.change.Facts;
import org.ecosec.investment.change.Filters;
import org.ecosec.platform.problem.Problem;

/** The projects on record, as of a revision. */
@ApplicationScoped
public class Projects extends Facts<Project> {

  public ProjectView currentView(String id) {
    return ProjectView.of(currentOrRefuse(id));
  }

  public ProjectView view(String id, long revision) {
    return at(revision, id).map(ProjectView::of).orElseThrow(() -> unknown(id));
  }

  Project currentOrRefuse(String id) {
    return current(id).orElseThrow(() -> unknown(id));
  }

  List<ProjectView> views(long revision, Filters filters, String after, int limit) {
    return page(revision, filters, after, limit).stream().map(ProjectView::of).toList();
  }

  private static Problem unknown(String id) {
    return Problem.notFound("no-such-project", "There is no project " + id + " that you may see.");
  }
}
