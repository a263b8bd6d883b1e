package org.ecosec.investment.project;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.investment.change.Change;
import org.ecosec.investment.change.Told;
import org.ecosec.investment.form.Handlings;
import org.ecosec.investment.project.ProjectChanged.Share;
import org.ecosec.platform.outbox.Outbox;

/** Tells of every project that a revision touched, in the transaction of that revision. */
@ApplicationScoped
class ProjectPublication {

  private final Projects projects;
  private final Allocations allocations;
  private final ProjectMoney money;
  private final Told told;
  private final Outbox outbox;

  ProjectPublication(
      Projects projects, Allocations allocations, ProjectMoney money, Told told, Outbox outbox) {
    this.projects = projects;
    this.allocations = allocations;
    this.money = money;
    this.told = told;
    this.outbox = outbox;
  }

  void tell(@Observes Change change) {
    if (!change.projects().isEmpty()) {
      outbox.appendAll(told.news(ProjectChanged.TOLD, change.revision(), states(change)));
    }
  }

  private Map<String, ProjectChanged> states(Change change) {
    var ids = change.projects();
    var current = projects.currentViews(ids);
    var shares = shares(ids);
    var balances = money.balances(ids);
    var levels = money.levels(ids);
    var states = new LinkedHashMap<String, ProjectChanged>();
    for (ProjectView project : current) {
      var id = project.id();
      states.put(
          id,
          new ProjectChanged(
              id,
              project.title(),
              project.parentId(),
              project.sameAs(),
              project.status(),
              project.sector(),
              project.places(),
              project.parties(),
              project.products(),
              project.sameAs() == null ? balances.getOrDefault(id, List.of()) : List.of(),
              shares.getOrDefault(id, List.of()),
              levels.getOrDefault(id, List.of()).stream()
                  .reduce(project.handling(), Handlings::stricter),
              change.revision(),
              change.backfill()));
    }
    return states;
  }

  private Map<String, List<Share>> shares(Collection<String> ids) {
    return allocations
        .list("projectId in ?1 and toRevision is null order by projectId, pledgeId", ids)
        .stream()
        .collect(
            groupingBy(
                allocation -> allocation.projectId,
                mapping(allocation -> new Share(allocation.pledgeId, allocation.share), toList())));
  }
}
