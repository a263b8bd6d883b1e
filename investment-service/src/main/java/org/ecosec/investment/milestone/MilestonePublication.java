package org.ecosec.investment.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ecosec.investment.change.Change;
import org.ecosec.investment.change.Told;
import org.ecosec.investment.project.Projects;
import org.ecosec.platform.outbox.Outbox;

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
  private final Clock clock;

  MilestonePublication(
      Milestones milestones, Projects projects, Told told, Outbox outbox, Clock clock) {
    this.milestones = milestones;
    this.projects = projects;
    this.told = told;
    this.outbox = outbox;
    this.clock = clock;
  }

  void tell(@Observes Change change) {
    var touched = touched(change, LocalDate.now(clock));
    if (!touched.isEmpty()) {
      outbox.appendAll(
          told.news(MilestoneChanged.TOLD, change.revision(), states(touched, change)));
    }
  }

  private List<Milestone> touched(Change change, LocalDate today) {
    var touched = new ArrayList<Milestone>();
    if (!change.milestones().isEmpty()) {
      touched.addAll(milestones.newest(change.milestones(), change.revision()));
    }
    if (change.everyPledge()) {
      touched.addAll(milestones.open(today));
    }
    return touched;
  }

  private Map<String, MilestoneChanged> states(List<Milestone> touched, Change change) {
    var today = LocalDate.now(clock);
    var titles =
        projects.currentTitles(touched.stream().map(one -> one.projectId).distinct().toList());
    var states = new LinkedHashMap<String, MilestoneChanged>();
    for (Milestone milestone : touched) {
      var title = Objects.requireNonNull(titles.get(milestone.projectId));
      states.put(milestone.id(), MilestoneChanged.of(milestone, title, today, change));
    }
    return states;
  }
}
