package org.ecosec.alerts.signal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The economies behind steps of projects and behind pledges: the homes of the parties of the
 * projects, and the places where they are.
 */
@ApplicationScoped
class ProjectEconomies {

  private final SignalCopies copies;

  ProjectEconomies(SignalCopies copies) {
    this.copies = copies;
  }

  /** The signal of a state, concerning also the economies of its projects. */
  Signal of(StateNews state, Signal signal) {
    var projects =
        switch (state) {
          case MilestoneNews milestone ->
              copies.current(Topics.PROJECTS, milestone.projectId(), ProjectNews.class).stream()
                  .toList();
          case ProgressNews progress -> copies.projectsOf(progress.pledgeId());
          default -> List.<ProjectNews>of();
        };
    return projects.isEmpty()
        ? signal
        : signal.concerning(
            signal
                .economies()
                .and(projects.stream().flatMap(ProjectEconomies::economies).toList()));
  }

  private static Stream<String> economies(ProjectNews project) {
    return Stream.concat(
        project.parties().stream().map(ProjectNews.Party::economy).filter(Objects::nonNull),
        project.places().stream().flatMap(place -> Places.economy(place).stream()));
  }
}
