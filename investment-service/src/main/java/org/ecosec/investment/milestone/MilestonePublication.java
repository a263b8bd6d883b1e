package org.ecosec.investment.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecosec.investment.change.Change;
import org.ecosec.investment.change.Told;
import org.ecosec.investment.project.Projects;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.outbox.OutboxEvent;

/**
 * Tells where the milestones stand that a revision touched, beside where they stood. A new day
 * touches those that it makes overdue.
 */
@ApplicationScoped
class MilestonePublication {

  private final Milestones milestones;
  private final Projects projects;
  private final Told told;
  private final Outbox outbox;
  private final EntityManager entities;
  private final Clock clock;

  MilestonePublication(
      Milestones milestones,
      Projects projects,
      Told told,
      Outbox outbox,
      EntityManager entities,
      Clock clock) {
    this.milestones = milestones;
    this.projects = projects;
    this.told = told;
    this.outbox = outbox;
    this.entities = entities;
    this.clock = clock;
  }

  void tell(@Observes Change change) {
    var today = LocalDate.now(clock);
    outbox.appendAll(
        touched(change, today)
            .map(milestone -> news(milestone, today, change))
            .flatMap(Optional::stream)
            .toList());
  }

  private Stream<Milestone> touched(Change change, LocalDate today) {
    var named = change.milestones().stream().map(id -> newest(id, change.revision()));
    return change.everyPledge() ? Stream.concat(named, milestones.open(today).stream()) : named;
  }

  // An ended milestone has no current version: its last one is told a last time.
  private Milestone newest(String id, long revision) {
    var newest = milestones.versions(id, revision).getLast();
    entities.refresh(newest);
    return newest;
  }

  private Optional<OutboxEvent> news(Milestone milestone, LocalDate today, Change change) {
    var title = projects.currentView(milestone.projectId).title();
    var payload = MilestoneChanged.of(milestone, title, today, change);
    return told.news(
            new Told.Message(
                MilestoneChanged.TOPIC,
                milestone.id(),
                change.revision(),
                payload,
                MilestoneChanged.NO_NEWS,
                MilestoneChanged.COMPARED))
        .map(news -> new OutboxEvent(MilestoneChanged.TOPIC, milestone.id(), news));
  }
}
