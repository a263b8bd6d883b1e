package org.ecosec.investment.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.ecosec.investment.change.Change;
import org.ecosec.investment.change.Told;
import org.ecosec.investment.project.ProjectChanged.Share;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.outbox.OutboxEvent;

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
    outbox.appendAll(
        change.projects().stream().map(id -> news(id, change)).flatMap(Optional::stream).toList());
  }

  private Optional<OutboxEvent> news(String id, Change change) {
    return told.news(
            new Told.Message(
                ProjectChanged.TOPIC,
                id,
                change.revision(),
                state(id, change),
                ProjectChanged.NO_NEWS,
                ProjectChanged.COMPARED))
        .map(news -> new OutboxEvent(ProjectChanged.TOPIC, id, news));
  }

  private ProjectChanged state(String id, Change change) {
    var project = projects.currentView(id);
    var shares =
        allocations.list("projectId = ?1 and toRevision is null order by pledgeId", id).stream()
            .map(allocation -> new Share(allocation.pledgeId, allocation.share))
            .toList();
    return new ProjectChanged(
        id,
        project.title(),
        project.parentId(),
        project.status(),
        project.sector(),
        project.places(),
        project.parties(),
        project.products(),
        money.balances(id),
        shares,
        money.strictest(id, project.handling()),
        change.revision(),
        change.backfill());
  }
}
