package org.ecosec.investment.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.ecosec.investment.change.Change;
import org.ecosec.investment.change.Told;
import org.ecosec.investment.pledge.Pledges;
import org.ecosec.platform.outbox.Outbox;
import org.hibernate.Session;

/** Recomputes the progress of every pledge that a revision may have moved, and tells the news. */
@ApplicationScoped
class ProgressPublication {

  private static final String BEHIND =
      """
      select distinct pledge_id from allocation
      where to_revision is null and (project_id in (:projects) or project_id in (
        select project_ancestors(id) from project where id in (:projects) and to_revision is null))
      """;

  private final Pledges pledges;
  private final ProgressReading reading;
  private final Told told;
  private final Outbox outbox;
  private final Session session;
  private final Clock clock;

  ProgressPublication(
      Pledges pledges,
      ProgressReading reading,
      Told told,
      Outbox outbox,
      Session session,
      Clock clock) {
    this.pledges = pledges;
    this.reading = reading;
    this.told = told;
    this.outbox = outbox;
    this.session = session;
    this.clock = clock;
  }

  void tell(@Observes Change change) {
    var today = LocalDate.now(clock);
    var states = new LinkedHashMap<String, ProgressChanged>();
    for (String id : touched(change)) {
      var standing = reading.of(pledges.currentView(id), change.revision(), today, null);
      states.put(id, ProgressChanged.of(standing, change.backfill()));
    }
    outbox.appendAll(told.news(ProgressChanged.TOLD, change.revision(), states));
  }

  private Collection<String> touched(Change change) {
    if (change.everyPledge()) {
      return pledges.currentIds();
    }
    var touched = new TreeSet<>(change.pledges());
    if (!change.projects().isEmpty()) {
      List<String> behind =
          session
              .createNativeQuery(BEHIND, String.class)
              .setParameterList("projects", change.projects())
              .getResultList();
      touched.addAll(behind);
    }
    return touched;
  }
}
