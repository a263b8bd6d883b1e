package org.ecosec.investment.project;

import jakarta.enterprise.context.ApplicationScoped;
import org.ecosec.investment.change.Change;
import org.ecosec.investment.change.Changes;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.form.Handlings;
import org.ecosec.investment.form.Slug;
import org.ecosec.platform.http.Preconditions;
import org.jspecify.annotations.Nullable;

/** Registers a project and changes what is said of it. */
@ApplicationScoped
class ProjectRegistration {

  private final Projects projects;
  private final Changes changes;
  private final Preconditions preconditions;
  private final Handlings handlings;

  ProjectRegistration(
      Projects projects, Changes changes, Preconditions preconditions, Handlings handlings) {
    this.projects = projects;
    this.changes = changes;
    this.preconditions = preconditions;
    this.handlings = handlings;
  }

  ProjectView register(ProjectTerms terms, boolean backfill) {
    handlings.check(terms.handling());
    var project = new Project(Slug.of(terms.id(), terms.title()), terms);
    return changes.write(backfill, change -> add(project, "CREATED", change));
  }

  ProjectView change(String id, ProjectTerms terms, @Nullable String ifMatch, boolean backfill) {
    Fields.sameId(id, terms.id());
    handlings.check(terms.handling());
    return changes.write(
        backfill,
        change -> {
          var before = projects.currentOrRefuse(id);
          preconditions.check(ifMatch, ProjectView.of(before));
          projects.close(before, change.revision());
          return add(new Project(id, terms), "CHANGED", change);
        });
  }

  private ProjectView add(Project project, String act, Change change) {
    if (project.id().equals(project.parentId)) {
      throw Projects.circular(project.id());
    }
    if (project.parentId != null) {
      new Fields("unknown-parent", "Register the parent first, or leave it out.")
          .check(
              "/parentId",
              projects.current(project.parentId).isPresent(),
              "names no project that you may see")
          .refuse();
    }
    if (project.sameAs != null) {
      new Fields("unknown-same-project", "Register the project that counts first, or leave it out.")
          .check(
              "/sameAs",
              projects.current(project.sameAs).isPresent(),
              "names no project that you may see")
          .refuse();
    }
    change.did(act, "projects/" + project.id());
    projects.add(project, change.revision());
    change.touchProject(project.id());
    return ProjectView.of(project);
  }
}
