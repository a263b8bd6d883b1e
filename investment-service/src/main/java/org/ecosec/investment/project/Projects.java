package org.ecosec.investment.project;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ecosec.investment.change.Facts;
import org.ecosec.investment.change.Filters;
import org.ecosec.platform.problem.Problem;
import org.hibernate.exception.ConstraintViolationException;

/** The projects on record, as of a revision. */
@ApplicationScoped
public class Projects extends Facts<Project> {

  public ProjectView currentView(String id) {
    return ProjectView.of(currentOrRefuse(id));
  }

  public ProjectView view(String id, long revision) {
    return at(revision, id).map(ProjectView::of).orElseThrow(() -> unknown(id));
  }

  /** The titles of projects that stand now. */
  public Map<String, String> currentTitles(Collection<String> ids) {
    return standing(ids).stream().collect(toMap(Project::id, project -> project.title));
  }

  List<ProjectView> currentViews(Collection<String> ids) {
    return standing(ids).stream().map(ProjectView::of).toList();
  }

  private List<Project> standing(Collection<String> ids) {
    return list("id in ?1 and toRevision is null order by id", ids);
  }

  Project currentOrRefuse(String id) {
    return current(id).orElseThrow(() -> unknown(id));
  }

  List<ProjectView> views(long revision, Filters filters, String after, int limit) {
    return page(revision, filters, after, limit).stream().map(ProjectView::of).toList();
  }

  @Override
  protected Problem refusal(Project fact, String broken, ConstraintViolationException cause) {
    if (broken.contains("project_parent_circular") || broken.contains("project_parent_id_check")) {
      return circular(fact.id());
    }
    if (broken.contains("project_parents_too_deep")) {
      return Problem.unprocessable("parents-too-deep", "Projects nest at most 20 levels deep.")
          .at("/parentId", "is too deep in the tree");
    }
    if (broken.contains("project_same_") || broken.contains("project_same_as_check")) {
      return Problem.unprocessable(
              "not-the-same-project",
              "sameAs names the project that counts: one that is not itself the same as another, and"
                  + " the project that names it is neither named so nor allocated.")
          .at("/sameAs", "names no such project");
    }
    return broken.contains("allocation_on_one_level")
        ? Allocations.onOneLevel("/parentId")
        : super.refusal(fact, broken, cause);
  }

  static Problem circular(String id) {
    return Problem.unprocessable(
            "circular-parents", "A project cannot be part of itself: give another parent.")
        .at("/parentId", "leads back to " + id);
  }

  private static Problem unknown(String id) {
    return Problem.notFound("no-such-project", "There is no project " + id + " that you may see.");
  }
}
